package cn.gov.zhuozhou.aid.registry.feed.row;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.registry.identity.NumberFault;

/** What can be said of a cell or row, as a stable code. */
public enum RowCode {
    NUMBER_MISSING(NumberFault.MISSING.text()),
    SPREADSHEET_NUMBER(NumberFault.SPREADSHEET_NUMBER.text()),
    BAD_CHARACTERS(NumberFault.BAD_CHARACTERS.text()),
    WRONG_LENGTH(NumberFault.WRONG_LENGTH.text()),
    WRONG_CHECK_DIGIT(NumberFault.WRONG_CHECK_DIGIT.text()),
    NOT_A_DATE(NumberFault.NOT_A_DATE.text()),
    NAME_MISSING(Text.of("未填写", "missing")),
    NAME_UNREADABLE(Text.of("含有无法识别的字符", "holds characters that cannot be read")),
    VALUE_MISSING(Text.of("未填写", "missing")),
    VALUE_UNKNOWN(Text.of("不是已知的取值", "not one of the known values")),
    SHIFTED_ROW(Text.of("单元格多于表头,该行可能错位", "more cells than the header has; the row seems shifted")),
    /** Only remarked. */
    HEAD_UNKNOWN(Text.of("户主证件号码无法使用,户主按未知处理", "the head's number is unusable, the head is kept as unknown")),
    /** Only remarked. */
    GUARDIAN_UNKNOWN(Text.of("监护人证件号码无法使用", "the guardian's number is unusable")),
    /** Only remarked. */
    IDENTITY_FROM_STUDENT_NUMBER(
            Text.of("证件号码无法使用,已取学籍号中的号码", "the number is unusable, the one in the student number is taken")),
    /** Only remarked. */
    IDENTITY_UNKNOWN(Text.of("没有可用的证件号码", "no usable identity number")),
    /** Only remarked. */
    DIFFERS_FROM_NUMBER(Text.of("与证件号码不一致", "differs from what the identity number says")),
    /** Only remarked. */
    OLD_NUMBER(Text.of("15位旧号码,已换算为18位", "a number of 15 digits, converted to 18")),
    /** Only remarked. */
    VALUE_IGNORED(Text.of("取值无法识别,已忽略", "the value cannot be read and is ignored"));

    private final Text text;

    RowCode(Text text) {
        this.text = text;
    }

    public Text text() {
        return text;
    }

    static RowCode of(NumberFault fault) {
        return switch (fault) {
            case MISSING -> NUMBER_MISSING;
            case SPREADSHEET_NUMBER -> SPREADSHEET_NUMBER;
            case BAD_CHARACTERS -> BAD_CHARACTERS;
            case WRONG_LENGTH -> WRONG_LENGTH;
            case WRONG_CHECK_DIGIT -> WRONG_CHECK_DIGIT;
            case NOT_A_DATE -> NOT_A_DATE;
        };
    }
}
