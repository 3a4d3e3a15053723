package cn.gov.zhuozhou.aid.registry.completeness;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The content of a proof. Canonical by construction: properties in alphabetical order, lists sorted, pupils by id only.
 *
 * @param school null for the whole county
 * @param unmatchedPersons school-age persons on registers without a pupil, still being looked for; not on the roll
 */
@JsonPropertyOrder(alphabetic = true)
record Proof(
        String semester,
        String school,
        LocalDate day,
        Instant madeAt,
        List<FeedDate> feeds,
        List<OfSchool> schools,
        List<Person> people,
        long unmatchedPersons) {
    enum Outcome {
        IDENTIFIED,
        REASON,
        TASK,
        /** Neither identified nor explained. */
        MISSING
    }

    @JsonPropertyOrder(alphabetic = true)
    record FeedDate(String source, LocalDate asOf, UUID batchId) {}

    /** @param sources the feeds and lists he stands on */
    @JsonPropertyOrder(alphabetic = true)
    record Person(UUID studentId, String school, List<String> sources, Outcome outcome, String reason) {}

    @JsonPropertyOrder(alphabetic = true)
    record OfSchool(String school, int expected, int identified, int explained, int missing) {
        OfSchool plus(Outcome outcome) {
            return new OfSchool(
                    school,
                    expected + 1,
                    identified + (outcome == Outcome.IDENTIFIED ? 1 : 0),
                    explained + (outcome == Outcome.REASON || outcome == Outcome.TASK ? 1 : 0),
                    missing + (outcome == Outcome.MISSING ? 1 : 0));
        }
    }

    static List<OfSchool> bySchool(List<Person> people) {
        Map<String, OfSchool> schools = new TreeMap<>();
        for (Person person : people) {
            schools.merge(
                    person.school(),
                    new OfSchool(person.school(), 0, 0, 0, 0).plus(person.outcome()),
                    (present, one) -> present.plus(person.outcome()));
        }
        return List.copyOf(schools.values());
    }

    OfSchool total() {
        return schools.stream()
                .reduce(
                        new OfSchool(school, 0, 0, 0, 0),
                        (a, b) -> new OfSchool(
                                school,
                                a.expected + b.expected,
                                a.identified + b.identified,
                                a.explained + b.explained,
                                a.missing + b.missing));
    }
}
