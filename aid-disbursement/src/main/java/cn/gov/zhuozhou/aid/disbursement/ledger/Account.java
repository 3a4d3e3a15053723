package cn.gov.zhuozhou.aid.disbursement.ledger;

import static cn.gov.zhuozhou.aid.disbursement.ledger.Account.Side.AVAILABLE;
import static cn.gov.zhuozhou.aid.disbursement.ledger.Account.Side.COMMITTED;
import static cn.gov.zhuozhou.aid.disbursement.ledger.Account.Side.FUNDING;
import static cn.gov.zhuozhou.aid.disbursement.ledger.Account.Side.PAYABLE;
import static cn.gov.zhuozhou.aid.disbursement.ledger.Account.Side.RETURNED;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An account of the books; it begins when something is first posted to it.
 *
 * @param programme null where money of all programmes lies together
 * @param source who pays; null where money of all sources lies together
 */
public record Account(Side side, String programme, String source) {
    /** What stands on an account. Money that is there stands in credit, except on BANK. */
    public enum Side {
        /** What approved awards promise; its counterpart is FUNDING. */
        COMMITTED("已承诺", "committed"),
        FUNDING("资金来源", "funding"),
        /** What a source has given for a programme and nothing is reserved of. */
        AVAILABLE("可用资金", "available"),
        /** Frozen to be paid, and not known to have arrived. */
        PAYABLE("待支付", "payable"),
        /** Came back from the bank, and waits to be paid again or written back. */
        RETURNED("退回待处理", "returned"),
        BANK("银行存款", "bank"),
        INCOME("收入", "income");

        private final String zh;
        private final String en;

        Side(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        String zh() {
            return zh;
        }

        String en() {
            return en;
        }
    }

    /** The county's money at the bank. */
    public static final Account BANK = new Account(Side.BANK, null, null);

    public Account {
        Objects.requireNonNull(side, "side");
    }

    public static Account available(String source, String programme) {
        return new Account(AVAILABLE, programme, source);
    }

    public static Account payable(String source, String programme) {
        return new Account(PAYABLE, programme, source);
    }

    public static Account returned(String source, String programme) {
        return new Account(RETURNED, programme, source);
    }

    static Account committed(String programme) {
        return new Account(COMMITTED, programme, null);
    }

    static Account funding(String programme, String payer) {
        return new Account(FUNDING, programme, payer);
    }

    /** Such as HS-01/AVAILABLE/CENTRE. */
    public String code() {
        return Stream.of(programme, side.name(), source)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("/"));
    }
}
