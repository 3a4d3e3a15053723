package cn.gov.zhuozhou.aid.registry.hardship;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.registry.identification.rule.Category;
import java.util.Set;

/** Whether a decision can give somebody money or take it away; where it can, a second person has to agree. */
enum MoneyFollows {
    NEW_GROUND(true, "确认后该生将新增一项困难依据，可能获得资助", "Confirmed, the pupil gains a ground and may gain aid"),
    ALREADY_PROVEN(false, "该类困难已有其他有效依据，结果不变", "Other evidence proves this category already; nothing changes"),
    NOTHING_PROVEN(false, "该行不能证明困难类别", "The row proves no category"),
    GROUND_LOST(
            true, "该生现以此类困难享受认定，且无其他依据，否定后可能失去资助", "The pupil holds this category on nothing else and may lose aid"),
    NOBODY_LOSES(false, "否定不影响任何人的资助", "Rejected, nobody loses aid");

    private final boolean secondPerson;
    private final Text text;

    MoneyFollows(boolean secondPerson, String zh, String en) {
        this.secondPerson = secondPerson;
        this.text = Text.of(zh, en);
    }

    boolean secondPerson() {
        return secondPerson;
    }

    Text text() {
        return text;
    }

    /**
     * What a decision leads to.
     *
     * @param category what the row would prove; null where it proves nothing
     * @param proven categories with evidence beside this case
     * @param held categories the pupil is identified by at present
     */
    static MoneyFollows from(Verdict verdict, Category category, Set<Category> proven, Set<Category> held) {
        if (category == null) {
            return NOTHING_PROVEN;
        }
        boolean otherwise = proven.contains(category);
        return switch (verdict) {
            case CONFIRMED -> otherwise ? ALREADY_PROVEN : NEW_GROUND;
            case REJECTED -> !otherwise && held.contains(category) ? GROUND_LOST : NOBODY_LOSES;
        };
    }
}
