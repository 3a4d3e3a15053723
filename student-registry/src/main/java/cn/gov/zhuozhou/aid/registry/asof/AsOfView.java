package cn.gov.zhuozhou.aid.registry.asof;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A pupil as he was known.
 *
 * @param pupil absent where no file known by then, of that day or before, told of him
 * @param standing absent where nothing was in force
 * @param registers what registers said of his number, matched or not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AsOfView(
        UUID studentId,
        LocalDate on,
        Instant known,
        PupilThen pupil,
        Standing standing,
        List<EvidenceThen> evidence,
        List<RegisterThen> registers) {
    record PupilThen(
            String name,
            String schoolCode,
            String schoolName,
            String stage,
            Integer grade,
            String className,
            String enrolmentState) {}

    /** @param from RULING of this suite, or LIST handed in */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Standing(
            String from,
            String semester,
            boolean identified,
            String level,
            List<String> categories,
            String result,
            String state,
            LocalDate since,
            UUID rulingId) {}

    /**
     * @param validTo as far as it was known then
     * @param asOf the date of the file or message it came by
     */
    record EvidenceThen(
            String category,
            String source,
            String matchKind,
            LocalDate validFrom,
            LocalDate validTo,
            Instant knownFrom,
            UUID batchId,
            LocalDate asOf) {}

    record RegisterThen(
            String source,
            String category,
            String name,
            String town,
            String village,
            LocalDate validFrom,
            LocalDate validTo,
            Instant knownFrom,
            UUID batchId) {}
}
