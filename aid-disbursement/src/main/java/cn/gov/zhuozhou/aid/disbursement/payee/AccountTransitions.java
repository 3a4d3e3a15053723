package cn.gov.zhuozhou.aid.disbursement.payee;

import static cn.gov.zhuozhou.aid.disbursement.payee.AccountState.CLOSED;
import static cn.gov.zhuozhou.aid.disbursement.payee.AccountState.CONFIRMED;
import static cn.gov.zhuozhou.aid.disbursement.payee.AccountState.PROPOSED;
import static cn.gov.zhuozhou.aid.disbursement.payee.AccountState.REFUSED;
import static cn.gov.zhuozhou.aid.disbursement.payee.AccountState.REPLACED;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import java.util.List;
import java.util.Optional;

/** The states of an account and what moves it on. What stands in no row cannot happen. */
final class AccountTransitions {
    enum Occasion {
        CONFIRM,
        REFUSE,
        /** A flag was decided against it. */
        FLAG_UPHELD,
        /** Another account of the pupil was confirmed. */
        REPLACE,
        CLOSE,
        /** A payment to it came back. */
        PAYMENT_RETURNED,
        /** The registry told of something that its holder is asked about again. */
        ASK_AGAIN,
        /** The registry was asked, and he may hold it. */
        PROVEN_AGAIN
    }

    record Row(AccountState from, Occasion occasion, AccountState to) {}

    static final List<Row> TABLE = List.of(
            new Row(PROPOSED, Occasion.CONFIRM, CONFIRMED),
            new Row(PROPOSED, Occasion.REFUSE, REFUSED),
            new Row(PROPOSED, Occasion.FLAG_UPHELD, REFUSED),
            new Row(CONFIRMED, Occasion.REPLACE, REPLACED),
            new Row(CONFIRMED, Occasion.CLOSE, CLOSED),
            new Row(CONFIRMED, Occasion.FLAG_UPHELD, CLOSED),
            new Row(CONFIRMED, Occasion.PAYMENT_RETURNED, CONFIRMED),
            new Row(PROPOSED, Occasion.ASK_AGAIN, PROPOSED),
            new Row(CONFIRMED, Occasion.ASK_AGAIN, CONFIRMED),
            new Row(PROPOSED, Occasion.PROVEN_AGAIN, PROPOSED),
            new Row(CONFIRMED, Occasion.PROVEN_AGAIN, CONFIRMED));

    private AccountTransitions() {}

    static Optional<AccountState> find(AccountState from, Occasion occasion) {
        return TABLE.stream()
                .filter(row -> row.from() == from && row.occasion() == occasion)
                .map(Row::to)
                .findFirst();
    }

    /** Refused as a state conflict where it cannot happen. */
    static AccountState of(AccountState from, Occasion occasion) {
        return find(from, occasion)
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.STATE_CONFLICT,
                        Text.of("账号当前状态为 %s，不能执行 %s。", "In state %s there is no %s.")
                                .formatted(from, occasion)));
    }
}
