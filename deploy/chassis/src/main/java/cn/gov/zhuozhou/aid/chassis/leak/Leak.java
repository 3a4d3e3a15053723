package cn.gov.zhuozhou.aid.chassis.leak;

import cn.gov.zhuozhou.aid.chassis.Text;

/**
 * A number found where none may be.
 *
 * @param place where to look for it: a field, a page, a line
 */
public record Leak(Kind kind, Text place) {
    public enum Kind {
        IDENTITY("身份证号", "identity number"),
        CERTIFICATE("证件号", "certificate number"),
        MOBILE("手机号", "mobile telephone number"),
        BANK_CARD("银行卡号", "bank card number");

        private final Text name;

        Kind(String zh, String en) {
            this.name = new Text(zh, en);
        }

        public Text text() {
            return name;
        }
    }

    /** What to tell: kind and place. */
    public Text message() {
        return Text.of(
                place.zh() + "：疑似" + kind.text().zh(),
                place.en() + ": looks like " + kind.text().en());
    }
}
