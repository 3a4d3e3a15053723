package cn.gov.zhuozhou.aid.registry.identity;

import cn.gov.zhuozhou.aid.chassis.Text;

/** Why a number is not taken. */
public enum NumberFault {
    MISSING("未填写", "missing"),
    SPREADSHEET_NUMBER("被电子表格转成了数值,末几位已丢失", "turned into a number by a spreadsheet, its last digits are lost"),
    BAD_CHARACTERS("含有不应出现的字符", "holds characters that do not belong there"),
    WRONG_LENGTH("位数不对", "has the wrong number of digits"),
    WRONG_CHECK_DIGIT("校验码不符", "fails its check digit"),
    NOT_A_DATE("出生日期不是有效日期", "its birth date is no date");

    private final Text text;

    NumberFault(String zh, String en) {
        text = Text.of(zh, en);
    }

    public Text text() {
        return text;
    }
}
