package cn.gov.zhuozhou.aid.registry.feed;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.tabular.Row;
import cn.gov.zhuozhou.aid.registry.feed.row.RowReading;
import cn.gov.zhuozhou.aid.registry.feed.row.SchoolRow;
import cn.gov.zhuozhou.aid.registry.feed.row.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MessageStepsTest {
    private static final LocalDate FIRST = LocalDate.of(2019, 3, 1);

    @Test
    void rowsOfDifferentPersonsOfOneDayAreOneStep() {
        // When
        var steps = MessageSteps.of(List.of(row("a", 0), row("b", 0), unreadable(0), row("c", 0)));

        // Then
        assertThat(steps).hasSize(1);
    }

    @Test
    void aPersonsRowsFollowEachOtherWhateverTheirDays() {
        // When
        var steps = MessageSteps.of(List.of(row("a", 0), row("a", 1), row("b", 0), row("a", 0)));

        // Then
        assertThat(steps.stream()
                        .map(step -> step.asOf().toString() + keys(step))
                        .toList())
                .containsExactly("2019-03-01[a, b]", "2019-03-02[a]", "2019-03-01[a]");
    }

    @Test
    void whateverTheSequenceNoRowIsLostNoneIsTwiceInAStepAndAPersonsOrderIsKept() {
        for (int seed = 0; seed < 500; seed++) {
            // Given
            var random = new Random(seed);
            List<MessageRow> rows = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                rows.add(row("p" + random.nextInt(8), random.nextInt(3)));
            }

            // When
            var steps = MessageSteps.of(rows);

            // Then
            Map<String, List<MessageRow>> merged = new HashMap<>();
            steps.forEach(step -> {
                assertThat(keys(step)).doesNotHaveDuplicates();
                step.rows()
                        .forEach(row -> merged.computeIfAbsent(row.key(), k -> new ArrayList<>())
                                .add(row));
            });
            Map<String, List<MessageRow>> sent = new HashMap<>();
            rows.forEach(row ->
                    sent.computeIfAbsent(row.key(), k -> new ArrayList<>()).add(row));
            assertThat(merged).isEqualTo(sent);
        }
    }

    private static List<String> keys(MessageSteps.Step step) {
        return step.rows().stream()
                .map(MessageRow::key)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static MessageRow row(String key, int day) {
        var reading =
                new RowReading.Accepted(new SchoolRow(key, key, List.of(), key, null, null, null, null), List.of());
        return new MessageRow(
                Feed.SCHOOLS,
                FIRST.plusDays(day),
                new Row(0, List.of(key), false),
                new Wording.Reading(reading, false));
    }

    private static MessageRow unreadable(int day) {
        var reading = new RowReading.Refused(List.of(), "", null, false, new RowReading.NamedPerson("", ""));
        return new MessageRow(
                Feed.SCHOOLS, FIRST.plusDays(day), new Row(0, List.of(), false), new Wording.Reading(reading, false));
    }
}
