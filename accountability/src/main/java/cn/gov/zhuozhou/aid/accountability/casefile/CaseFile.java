package cn.gov.zhuozhou.aid.accountability.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A pupil's whole trace, in the order of the golden thread.
 *
 * @param evidence with the feed rows it rests on, as the registry shows it; absent where {@code missing} says so
 * @param rulings who decided, by which rules and why, as the registry shows it; absent where {@code missing} says so
 * @param identifications the present state of each, and so below
 * @param timeline everything told of him, oldest first
 * @param missing what could not be fetched, and why
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CaseFile(
        PupilCard pupil,
        JsonNode evidence,
        JsonNode rulings,
        List<Entry> identifications,
        List<Entry> notices,
        List<Entry> awards,
        List<Entry> payments,
        List<Entry> assignments,
        List<Entry> findings,
        List<Entry> timeline,
        List<Missing> missing) {
    /** Who the file is about. */
    record PupilCard(
            UUID studentId,
            String name,
            String schoolCode,
            String schoolName,
            Integer grade,
            String className,
            String enrolmentState,
            boolean aided) {}

    /** A part that could not be fetched. */
    record Missing(String part, Reason reason, String text) {}

    /** Why a part is missing. */
    enum Reason {
        REGISTRY_AWAY("学籍认定服务暂时无法访问，请稍后重试。"),
        NOT_SHOWN("学籍认定服务未向您提供该部分。");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    static CaseFile of(
            PupilCard pupil, JsonNode evidence, JsonNode rulings, List<Entry> timeline, List<Missing> missing) {
        return new CaseFile(
                pupil,
                evidence,
                rulings,
                present(timeline, Source.ELIGIBILITY),
                present(timeline, Source.NOTICE),
                present(timeline, Source.AWARD),
                present(timeline, Source.PAYMENT),
                present(timeline, Source.ASSIGNMENT),
                present(timeline, Source.FINDING),
                timeline,
                missing);
    }

    /** Per subject the highest revision, whichever came last. */
    private static List<Entry> present(List<Entry> timeline, Source source) {
        Map<String, Entry> newest = new LinkedHashMap<>();
        timeline.stream()
                .filter(e -> e.source() == source)
                .forEach(e -> newest.merge(e.subjectId(), e, (a, b) -> a.revision() > b.revision() ? a : b));
        return new ArrayList<>(newest.values());
    }
}
