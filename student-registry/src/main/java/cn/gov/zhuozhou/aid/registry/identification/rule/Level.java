package cn.gov.zhuozhou.aid.registry.identification.rule;

import cn.gov.zhuozhou.aid.chassis.Text;

/**
 * Codes of the levels, the same in every rule set, event and list. Which of them a rule set gives, in which order and under
 * which names, is data ({@link Parameters#levels}); the labels here stand where no rule set is at hand.
 */
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
}
