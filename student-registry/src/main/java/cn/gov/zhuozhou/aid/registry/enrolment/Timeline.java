package cn.gov.zhuozhou.aid.registry.enrolment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One line of time from all that was said of a pupil. Where two records of one person speak of the same day, the one that has him
 * at school counts, and of two such the record that carries on.
 */
final class Timeline {
    /**
     * Something said of a pupil from a day on.
     *
     * @param recordId the record it was said of
     * @param source the batch that said it; null where a person did
     * @param reason of a person who said it, like {@code actedBy}
     */
    record Said(UUID recordId, LocalDate from, Place place, UUID source, String reason, String actedBy) {}

    /**
     * A time in one place.
     *
     * @param until the first day it did not hold any more; null while it holds
     */
    record Period(LocalDate from, LocalDate until, Place place, Step step, Said said) {
        boolean covers(LocalDate day) {
            return !day.isBefore(from) && (until == null || day.isBefore(until));
        }
    }

    private Timeline() {}

    /**
     * The periods, oldest first.
     *
     * @param said of all records of the person, in the order it was said
     * @param survivor the record that carries on
     * @param first what the first step was
     */
    static List<Period> of(List<Said> said, UUID survivor, Step first) {
        List<Said> chosen = new ArrayList<>();
        for (LocalDate day : said.stream().map(Said::from).distinct().sorted().toList()) {
            Said now = on(day, said, survivor);
            if (chosen.isEmpty() || !chosen.getLast().place().equals(now.place())) {
                chosen.add(
                        now.from().equals(day)
                                ? now
                                : new Said(
                                        now.recordId(), day, now.place(), now.source(), now.reason(), now.actedBy()));
            }
        }
        List<Period> periods = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            Said now = chosen.get(i);
            Step step = i == 0 ? first : Step.named(chosen.get(i - 1).place(), now.place());
            LocalDate until = i + 1 < chosen.size() ? chosen.get(i + 1).from() : null;
            periods.add(new Period(now.from(), until, now.place(), step, now));
        }
        return periods;
    }

    private static Said on(LocalDate day, List<Said> said, UUID survivor) {
        return said.stream()
                .map(Said::recordId)
                .distinct()
                .flatMap(record -> lastOf(record, day, said).stream())
                .max(Comparator.comparing((Said s) -> s.place().present())
                        .thenComparing(s -> s.recordId().equals(survivor))
                        .thenComparing(Said::from))
                .orElseThrow();
    }

    private static Optional<Said> lastOf(UUID record, LocalDate day, List<Said> said) {
        return said.stream()
                .filter(s -> s.recordId().equals(record) && !s.from().isAfter(day))
                .reduce((earlier, later) -> later.from().isBefore(earlier.from()) ? earlier : later);
    }
}
