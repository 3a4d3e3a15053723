package cn.gov.zhuozhou.aid.registry.identification.rule;

import cn.gov.zhuozhou.aid.chassis.Text;

/** How severe the hardship is, the most severe first. */
public enum Level {
    SEVERE("特别困难", "severe"),
    DIFFICULT("困难", "difficult"),
    ORDINARY("一般困难", "ordinary");

    private final Text label;

    Level(String zh, String en) {
        label = Text.of(zh, en);
    }

    public Text label() {
        return label;
    }

    boolean isBelow(Level other) {
        return compareTo(other) > 0;
    }
}
