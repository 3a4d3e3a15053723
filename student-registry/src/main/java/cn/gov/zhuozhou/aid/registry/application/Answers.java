package cn.gov.zhuozhou.aid.registry.application;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * All a family hands in; sealed as one.
 *
 * @param pledged 本人承诺以上所填写资料真实，如有虚假，愿承担相应责任
 * @param authorised other departments may be asked whether it is true
 * @param change what has changed since the evaluation before; null where there was none
 */
record Answers(
        @NotNull @Valid Form form,
        @NotNull @Valid Signature signature,
        boolean pledged,
        boolean authorised,
        @NotNull @Size(max = 50) List<@Valid @NotNull Evidence> evidence,
        @Valid Change change) {
    /** A paper handed in; the papers themselves are kept elsewhere. */
    record Evidence(
            @NotBlank @Size(max = 40) String kind,
            @NotBlank @Size(max = 200) String reference) {}

    /** New facts since the pupil was evaluated. */
    record Change(
            @NotNull Kind kind, @NotBlank @Size(max = 500) String what) {
        enum Kind {
            ILLNESS,
            DISASTER,
            ACCIDENT,
            JOB_LOSS,
            FAMILY,
            OTHER
        }
    }

    Answers {
        evidence = evidence == null ? null : List.copyOf(evidence);
    }
}
