package cn.gov.zhuozhou.aid.registry.feed.row;

import cn.gov.zhuozhou.aid.registry.identification.rule.Stage;
import java.util.List;

/** Kinds of school that go by one word and teach several stages. */
enum StageSpan {
    NINE_YEAR(Stage.PRIMARY, Stage.JUNIOR),
    COMPLETE_SECONDARY(Stage.JUNIOR, Stage.SENIOR_HIGH),
    TWELVE_YEAR(Stage.PRIMARY, Stage.JUNIOR, Stage.SENIOR_HIGH);

    private final List<Stage> stages;

    StageSpan(Stage... stages) {
        this.stages = List.of(stages);
    }

    List<Stage> stages() {
        return stages;
    }
}
