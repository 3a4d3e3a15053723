package cn.gov.zhuozhou.aid.registry.outofarea;

import cn.gov.zhuozhou.aid.chassis.Text;
import java.util.Optional;

/** The stage attended (S77). */
enum Stage {
    PRESCHOOL("学前教育", "preschool"),
    PRIMARY("小学", "primary school"),
    JUNIOR("初中", "junior school"),
    SENIOR_HIGH("普通高中", "senior high school"),
    SECONDARY_VOCATIONAL("中等职业教育", "secondary vocational school"),
    HIGHER("高等教育", "higher education"),
    SPECIAL("特殊教育", "special education");

    private final Text label;

    Stage(String zh, String en) {
        label = Text.of(zh, en);
    }

    Text label() {
        return label;
    }

    /** The stage a reverse check found; it does not tell general from vocational schools, so a person has to confirm. */
    static Optional<Stage> found(String stage) {
        return switch (stage) {
            case null -> Optional.empty();
            case "SENIOR" -> Optional.of(SENIOR_HIGH);
            default -> Optional.of(valueOf(stage));
        };
    }
}
