package cn.gov.zhuozhou.aid.chassis;

/** A text people see: Chinese first, English second. */
public record Text(String zh, String en) {
    public static Text of(String zh, String en) {
        return new Text(zh, en);
    }

    public Text formatted(Object... args) {
        return new Text(zh.formatted(args), en.formatted(args));
    }

    public String in(Language language) {
        return language == Language.EN ? en : zh;
    }

    /** The two languages the suite answers in; Chinese where nothing was asked for. */
    public enum Language {
        ZH,
        EN
    }
}
