package cn.gov.zhuozhou.aid.disbursement.bank;

import java.io.IOException;

/** Any number of lines in their order, handed over one by one; may be asked for more than once. */
@FunctionalInterface
public interface PaymentLines {
    /** Takes one line. */
    @FunctionalInterface
    interface Taker {
        void take(PaymentLine line) throws IOException;
    }

    void forEach(Taker taker) throws IOException;
}
