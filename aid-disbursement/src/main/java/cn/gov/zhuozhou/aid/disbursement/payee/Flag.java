package cn.gov.zhuozhou.aid.disbursement.payee;

import cn.gov.zhuozhou.aid.disbursement.payee.rule.Finding;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/** A doubt about an account, and what another person decided. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Flag(
        Finding code,
        String check,
        String zh,
        String en,
        State state,
        Instant raisedAt,
        String decidedName,
        Instant decidedAt,
        String opinion) {
    enum State {
        OPEN,
        /** It is explained: the account may be paid to. */
        ACCEPTED,
        /** It is true: the account ends. */
        REFUSED
    }
}
