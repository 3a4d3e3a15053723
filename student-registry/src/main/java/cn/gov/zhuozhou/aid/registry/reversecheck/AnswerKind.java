package cn.gov.zhuozhou.aid.registry.reversecheck;

import cn.gov.zhuozhou.aid.chassis.Text;

/** Where a person without a pupil turned out to be. */
enum AnswerKind {
    OUT_OF_AREA(true, "在县外就读", "at school outside the county"),
    OUT_OF_SCHOOL(false, "失学辍学", "out of school"),
    WRONG_NUMBER(false, "是本县学生，证件号码有误", "a pupil of the county; a number is wrong"),
    OVER_AGE(true, "超过学龄或已毕业", "past school age or graduated"),
    NOT_SCHOOL_AGE(true, "未到入学年龄", "not of school age yet"),
    MOVED(true, "户籍已迁出", "household moved away"),
    DECEASED(true, "已去世", "deceased"),
    NOT_FOUND(false, "尚未找到", "not found yet");

    private final boolean ends;
    private final Text label;

    AnswerKind(boolean ends, String zh, String en) {
        this.ends = ends;
        this.label = Text.of(zh, en);
    }

    /** Whether nobody asks any more once a second person has agreed. */
    boolean ends() {
        return ends;
    }

    Text label() {
        return label;
    }
}
