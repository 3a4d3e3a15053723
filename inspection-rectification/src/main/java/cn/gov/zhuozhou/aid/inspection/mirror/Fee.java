package cn.gov.zhuozhou.aid.inspection.mirror;

/** Fees a school may collect. */
public enum Fee {
    TUITION("学费", "tuition"),
    BOARDING_FEE("住宿费", "boarding fee"),
    TEXTBOOKS("教科书费", "textbooks"),
    MISC_FEE("学杂费", "misc. fee");

    private final String zh;
    private final String en;

    Fee(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
