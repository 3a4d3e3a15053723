package cn.gov.zhuozhou.aid.registry.outofarea;

import cn.gov.zhuozhou.aid.chassis.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Which answers are needed for a pupil, why, and which of them are still open. */
record Completeness(List<Need> needs) {
    /** @param state null where nobody has said anything yet */
    record Need(Question question, Text why, Answer.State state) {
        boolean isMet() {
            return state == Answer.State.ANSWERED;
        }
    }

    /**
     * @param answers the present answer to each question
     * @param responsible whether a school is responsible now
     */
    static Completeness of(Map<Question, Answer> answers, boolean responsible, Needs needs) {
        Stage stage = stage(answers);
        Answer aided = answers.get(Question.AIDED);
        boolean enjoyed = aided != null && Boolean.TRUE.equals(aided.confirmed());
        return new Completeness(Arrays.stream(Question.values())
                .flatMap(question -> needs
                        .why(question, stage, enjoyed)
                        .map(why -> new Need(question, why, state(question, answers, responsible)))
                        .stream())
                .toList());
    }

    boolean isComplete() {
        return needs.stream().allMatch(Need::isMet);
    }

    /** The stage answered for good; null before. */
    static Stage stage(Map<Question, Answer> answers) {
        Answer stage = answers.get(Question.STAGE);
        if (stage == null || !stage.isAnswered()) {
            return null;
        }
        return Stage.valueOf(stage.said().codes().getFirst());
    }

    private static Answer.State state(Question question, Map<Question, Answer> answers, boolean responsible) {
        if (question == Question.RESPONSIBLE_SCHOOL) {
            return responsible ? Answer.State.ANSWERED : null;
        }
        Answer answer = answers.get(question);
        return answer == null ? null : answer.state();
    }
}
