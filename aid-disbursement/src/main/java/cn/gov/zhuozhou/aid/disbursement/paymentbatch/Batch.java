package cn.gov.zhuozhou.aid.disbursement.paymentbatch;

import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BatchState;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/** A batch as it stands; amounts in fen, the frozen ones null before the freeze. Selection null = all. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Batch(
        UUID id,
        long revision,
        Kind kind,
        String programme,
        String semester,
        String schoolCode,
        String town,
        String stage,
        BatchState state,
        UUID replaces,
        String madeBy,
        String madeByName,
        Instant madeAt,
        Instant frozenAt,
        Integer frozenLines,
        Long frozenFen,
        String frozenSha256) {
    enum Kind {
        REGULAR,
        /** Pays again what came back. */
        REISSUE
    }

    /** Whose awards; any part but programme and semester null for all. */
    record Selection(Kind kind, String programme, String semester, String schoolCode, String town, String stage) {}

    Selection selection() {
        return new Selection(kind, programme, semester, schoolCode, town, stage);
    }

    String subject() {
        return id.toString();
    }
}
