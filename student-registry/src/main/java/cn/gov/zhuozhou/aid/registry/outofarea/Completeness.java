package cn.gov.zhuozhou.aid.registry.outofarea;

import cn.gov.zhuozhou.aid.chassis.Text;
import java.util.ArrayList;
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

    private static final Text ALWAYS = Text.of("每名在外学生都须掌握", "needed for everybody");
    private static final Text WHERE_AIDED = Text.of("享受资助的须写明政策", "needed where aid is enjoyed");
    private static final Text OF_STUDENTS = Text.of("在外就读的大学生须掌握", "needed for university students");
    private static final Text WHERE_PAID =
            Text.of("高中、中职、大学阶段才有该政策", "the policy exists beyond compulsory education only");

    /**
     * @param answers the present answer to each question
     * @param responsible whether a school is responsible now
     */
    static Completeness of(Map<Question, Answer> answers, boolean responsible) {
        Stage stage = stage(answers);
        List<Need> needs = new ArrayList<>();
        for (Question question : Question.values()) {
            Text why = why(question, stage, answers);
            if (why != null) {
                needs.add(new Need(question, why, state(question, answers, responsible)));
            }
        }
        return new Completeness(List.copyOf(needs));
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

    private static Text why(Question question, Stage stage, Map<Question, Answer> answers) {
        return switch (question) {
            case FOUR_CATEGORY, AIDED, STAGE, RESPONSIBLE_SCHOOL -> ALWAYS;
            case POLICIES -> {
                Answer aided = answers.get(Question.AIDED);
                boolean enjoyed = aided != null && Boolean.TRUE.equals(aided.confirmed());
                yield enjoyed ? WHERE_AIDED : null;
            }
            case UNIVERSITY_NATURE, LOCAL_POLICY -> stage == Stage.HIGHER ? OF_STUDENTS : null;
            case THREE_WAIVERS, NATIONAL_GRANT -> stage != null && stage.isBeyondCompulsory() ? WHERE_PAID : null;
        };
    }

    private static Answer.State state(Question question, Map<Question, Answer> answers, boolean responsible) {
        if (question == Question.RESPONSIBLE_SCHOOL) {
            return responsible ? Answer.State.ANSWERED : null;
        }
        Answer answer = answers.get(question);
        return answer == null ? null : answer.state();
    }
}
