package cn.gov.zhuozhou.aid.disbursement.bank;

import cn.gov.zhuozhou.aid.chassis.Text;

/** A file of which nothing can be taken. */
final class UnreadableReturn extends RuntimeException {
    private final transient Text text;

    UnreadableReturn(Text text) {
        super(text.en(), null, false, false);
        this.text = text;
    }

    Text text() {
        return text;
    }
}
