package cn.gov.zhuozhou.aid.disbursement.funding;

import cn.gov.zhuozhou.aid.disbursement.ledger.Account;
import java.util.Locale;

/** Where money reserved for a batch can stand, and on which account that is. */
public enum BatchPlace {
    PAYABLE,
    RETURNED,
    PAID,
    WRITTEN_BACK,
    /** Went on into another batch. */
    REISSUED,
    /** The batch was given up before anything was paid. */
    RELEASED;

    Account account(String source, String programme) {
        return switch (this) {
            case PAYABLE, REISSUED -> Account.payable(source, programme);
            case RETURNED -> Account.returned(source, programme);
            case PAID -> Account.BANK;
            case WRITTEN_BACK, RELEASED -> Account.available(source, programme);
        };
    }

    /** The column of {@code batch_funds}. */
    String column() {
        return name().toLowerCase(Locale.ROOT) + "_fen";
    }
}
