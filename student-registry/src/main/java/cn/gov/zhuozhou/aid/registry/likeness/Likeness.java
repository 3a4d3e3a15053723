package cn.gov.zhuozhou.aid.registry.likeness;

import cn.gov.zhuozhou.aid.chassis.Text;

/** A known way in which one value comes to be written as another; of names first, then of numbers. */
public enum Likeness {
    MIDDLE_DOT("间隔号或空格写法不同", "middle dot or space written in another way"),
    TRADITIONAL_SIMPLIFIED("繁体字与简体字", "traditional and simplified character"),
    VARIANT_FORM("异体字", "variant form of a character"),
    RARE_CHARACTER_REPLACED("生僻字以符号或自造字代替", "rare character replaced by a sign or a private-use character"),
    RARE_CHARACTER_SPLIT("生僻字拆开书写", "rare character written as its parts"),
    RARE_CHARACTER_DROPPED("生僻字漏写", "rare character left out"),
    LOOK_ALIKE("形近字", "character that looks alike"),
    HOMOPHONE("同音字", "character that sounds alike"),
    CHARACTERS_SWAPPED("两字颠倒", "two characters swapped"),

    CHECK_CHARACTER("仅校验位不同", "only the check character differs"),
    ONE_DIGIT("仅一位数字不同", "one digit differs"),
    DIGITS_SWAPPED("相邻两位颠倒", "two neighbouring digits swapped"),
    DIGIT_MISSING("少一位或多一位", "one digit too few or too many");

    private final Text label;

    Likeness(String zh, String en) {
        label = Text.of(zh, en);
    }

    public Text label() {
        return label;
    }
}
