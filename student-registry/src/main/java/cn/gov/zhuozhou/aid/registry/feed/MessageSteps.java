package cn.gov.zhuozhou.aid.registry.feed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the rows of a poll are merged: as many at once as possible, but two rows of one person one after the other, so that the
 * outcome is that of merging them one by one.
 */
final class MessageSteps {
    /** Rows of one source and day, none twice of a person. */
    record Step(Feed source, LocalDate asOf, List<MessageRow> rows) {}

    private record Person(Feed source, String key) {}

    private MessageSteps() {}

    static List<Step> of(List<MessageRow> rows) {
        List<Step> steps = new ArrayList<>();
        Map<Person, Integer> nextOfPerson = new HashMap<>();
        for (MessageRow row : rows) {
            Person person = row.key() == null ? null : new Person(row.source(), row.key());
            int step = nextOfPerson.getOrDefault(person, 0);
            while (step < steps.size() && !fits(steps.get(step), row)) {
                step++;
            }
            if (step == steps.size()) {
                steps.add(new Step(row.source(), row.asOf(), new ArrayList<>()));
            }
            steps.get(step).rows().add(row);
            if (person != null) {
                nextOfPerson.put(person, step + 1);
            }
        }
        return steps;
    }

    private static boolean fits(Step step, MessageRow row) {
        return step.source() == row.source() && step.asOf().equals(row.asOf());
    }
}
