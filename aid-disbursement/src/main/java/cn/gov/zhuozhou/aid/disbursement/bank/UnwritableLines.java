package cn.gov.zhuozhou.aid.disbursement.bank;

import java.util.List;

/**
 * Lines that cannot be written as the layout demands. No file is made then: a shortened name or number would pay somebody else.
 */
final class UnwritableLines extends RuntimeException {
    /** Why a cell cannot be written. */
    enum Why {
        TOO_LONG,
        NOT_IN_CHARSET,
        HAS_SEPARATOR,
        HAS_CONTROL_CHARACTER,
        LOOKS_LIKE_A_FORMULA
    }

    /** @param sequence of the line; 0 for header or trailer */
    record Fault(int sequence, PaymentField field, Why why) {}

    private final transient List<Fault> faults;

    UnwritableLines(List<Fault> faults) {
        super(faults.size() + " cells cannot be written", null, false, false);
        this.faults = List.copyOf(faults);
    }

    List<Fault> faults() {
        return faults;
    }
}
