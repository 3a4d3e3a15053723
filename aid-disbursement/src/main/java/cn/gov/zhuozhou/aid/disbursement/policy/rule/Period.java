package cn.gov.zhuozhou.aid.disbursement.policy.rule;

/** What time a rate is for. What a ruling grants for a semester rests on rates per SEMESTER only. */
public enum Period {
    SEMESTER("每学期", "per semester"),
    YEAR("每学年", "per year"),
    ONCE("一次性", "once");

    private final String zh;
    private final String en;

    Period(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    String en() {
        return en;
    }
}
