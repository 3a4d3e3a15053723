package cn.gov.zhuozhou.aid.registry.export;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A list somebody takes out: what was asked, who approved it, and what was written.
 *
 * @param persons on the list when it was asked for
 * @param endsAt when it cannot be approved, written or taken any more
 * @param headers columns as they were written
 * @param version the entity tag
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Export(
        UUID id,
        ExportState state,
        String layout,
        int layoutVersion,
        Format format,
        Wanted wanted,
        boolean numbersInFull,
        String purpose,
        long persons,
        boolean needsApproval,
        @JsonIgnore String requestedBy,
        String requestedByName,
        String requestedOrg,
        Instant requestedAt,
        String decidedByName,
        Instant decidedAt,
        String opinion,
        UUID jobId,
        Instant endsAt,
        int downloadsLeft,
        Instant readyAt,
        Long rows,
        String sha256,
        List<String> headers,
        String fileName,
        long version) {
    /** Null parts do not narrow. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Wanted(String semester, String school, String stage) {}

    enum Format {
        XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", null),
        CSV_UTF8("csv", "text/csv;charset=UTF-8", StandardCharsets.UTF_8),
        CSV_GB18030("csv", "text/csv;charset=GB18030", Charset.forName("GB18030"));

        private final String extension;
        private final String mediaType;
        private final Charset charset;

        Format(String extension, String mediaType, Charset charset) {
            this.extension = extension;
            this.mediaType = mediaType;
            this.charset = charset;
        }

        String extension() {
            return extension;
        }

        String mediaType() {
            return mediaType;
        }

        Charset charset() {
            return charset;
        }
    }
}
