package cn.gov.zhuozhou.aid.registry.feed.row;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.tabular.Column;
import cn.gov.zhuozhou.aid.chassis.tabular.Row;
import cn.gov.zhuozhou.aid.registry.identification.rule.Category;
import cn.gov.zhuozhou.aid.registry.identification.rule.EnrolmentState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WordingTest {
    @Test
    @DisplayName("S65: another county's words are data")
    void aProvidersOwnWordsStandForTheCodes() {
        // Given
        Map<String, Map<String, List<String>>> words =
                Map.of("AREA", Map.of("URBAN", List.of("C"), "RURAL", List.of("N")));
        Wording wording = Wording.of(FeedSource.CIVIL_AFFAIRS_DIBAO, false, Map.of(), words);

        // When
        RowReading own =
                wording.read(wording.row(1, with(Reads.DIBAO, "城乡类别", "C"))).row();
        RowReading delivered = wording.read(wording.row(1, Reads.DIBAO)).row();

        // Then
        assertThat(((RegisterRow) ((RowReading.Accepted) own).row()).category()).isEqualTo(Category.DIBAO_U);
        assertThat(((RowReading.Refused) delivered).reasons())
                .containsExactly(new RowNote(RowCode.VALUE_UNKNOWN, "城乡类别"));
    }

    @Test
    void headersThatAreGivenReplaceThoseDelivered() {
        // When
        Wording wording = Wording.of(FeedSource.CIVIL_AFFAIRS_DIBAO, false, Map.of("户主姓名", List.of("家长")), Map.of());

        // Then
        assertThat(wording.layout().columns())
                .contains(new Column("户主姓名", List.of("家长"), true))
                .contains(Column.required("成员姓名", "姓名", "家庭成员姓名", "保障对象姓名"));
    }

    @ParameterizedTest
    @CsvSource({"新增,false", "变更,false", "停发,true", "注 销,true", "'',false"})
    void aListOfChangesSaysWhatHasEnded(String said, boolean ends) {
        // Given
        Wording wording = Wording.of(FeedSource.CIVIL_AFFAIRS_DIBAO, true, Map.of(), Map.of());

        // When
        Wording.Reading reading = wording.read(changed(wording, said));

        // Then
        assertThat(reading.row()).isInstanceOf(RowReading.Accepted.class);
        assertThat(reading.ends()).isEqualTo(ends);
    }

    @Test
    void aChangeThatIsNotUnderstoodRefusesTheRowAndKeepsItsHousehold() {
        // Given
        Wording wording = Wording.of(FeedSource.CIVIL_AFFAIRS_DIBAO, true, Map.of(), Map.of());

        // When
        RowReading.Refused reading =
                (RowReading.Refused) wording.read(changed(wording, "某种")).row();

        // Then
        assertThat(reading.reasons()).containsExactly(new RowNote(RowCode.VALUE_UNKNOWN, "变动类型"));
        assertThat(reading.householdNo()).isEqualTo(Reads.DIBAO.get("低保证号"));
        assertThat(reading.maybeChild()).isTrue();
    }

    @Test
    void aSnapshotHasNoColumnOfChanges() {
        // When
        Stream<String> columns = Wording.delivered(FeedSource.CIVIL_AFFAIRS_DIBAO).layout().columns().stream()
                .map(Column::name);

        // Then
        assertThat(columns).doesNotContain("变动类型");
    }

    @Test
    void childrenNobodyLooksAfterAreTheirOwnKind() {
        // Given
        Map<String, String> child =
                Map.of("儿童类别", "事实无人抚养", "乡镇街道", "码头镇", "姓名", "张小", "身份证号", "999999201001010016", "抚养人姓名", "张大");

        // When
        var unattended = (RegisterRow)
                Reads.accepted(FeedSource.CIVIL_AFFAIRS_ORPHAN, child).row();
        var orphan = (RegisterRow) Reads.accepted(FeedSource.CIVIL_AFFAIRS_ORPHAN, child, "儿童类别", "孤儿")
                .row();

        // Then
        assertThat(List.of(unattended.category(), orphan.category()))
                .containsExactly(Category.DEFACTO, Category.ORPHAN);
        assertThat(unattended.householdNo()).isEmpty();
        assertThat(unattended.head()).isNull();
    }

    /** A set a format reads and does not name could not be mapped; {@link Wording#words} would throw. */
    @ParameterizedTest
    @EnumSource
    void everySetAFormatNamesHasItsNameAndWords(FeedSource source) {
        // When
        var words = Wording.deliveredWords(source);

        // Then
        assertThat(words).hasSize(RowFormat.of(source).codes().size() + 1).containsKey("CHANGE");
        assertThat(words.values()).allMatch(set -> !set.isEmpty());
    }

    @Test
    void statesOfEnrolmentCanBeReworded() {
        // Given
        Wording wording = Wording.of(
                FeedSource.ENROLMENT, false, Map.of(), Map.of("ENROLMENT_STATE", Map.of("SUSPENDED", List.of("保留"))));

        // When
        RowReading reading = wording.read(wording.row(1, with(Reads.ENROLMENT, "学籍状态", "保留")))
                .row();

        // Then
        assertThat(((EnrolmentRow) ((RowReading.Accepted) reading).row()).state())
                .isEqualTo(EnrolmentState.SUSPENDED);
    }

    private static Row changed(Wording wording, String said) {
        List<String> cells = new ArrayList<>(wording.row(1, Reads.DIBAO).cells());
        cells.add(said);
        return new Row(1, cells, false);
    }

    private static Map<String, String> with(Map<String, String> row, String column, String value) {
        Map<String, String> changed = new java.util.HashMap<>(row);
        changed.put(column, value);
        return changed;
    }
}
