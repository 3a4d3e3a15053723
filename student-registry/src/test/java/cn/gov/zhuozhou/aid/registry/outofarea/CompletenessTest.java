package cn.gov.zhuozhou.aid.registry.outofarea;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.registry.outofarea.Answer.Said;
import cn.gov.zhuozhou.aid.registry.outofarea.Answer.Source;
import cn.gov.zhuozhou.aid.registry.outofarea.Needs.Needed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Which of the nine answers are needed")
class CompletenessTest {
    private static final Text WHY = Text.of("须掌握", "needed");

    /** As delivered; a county may set others. */
    private static final Needs NEEDS = new Needs(
            Map.of(
                    Question.FOUR_CATEGORY, new Needs.Rule(Needed.ALWAYS, Set.of(), WHY),
                    Question.AIDED, new Needs.Rule(Needed.ALWAYS, Set.of(), WHY),
                    Question.STAGE, new Needs.Rule(Needed.ALWAYS, Set.of(), WHY),
                    Question.RESPONSIBLE_SCHOOL, new Needs.Rule(Needed.ALWAYS, Set.of(), WHY),
                    Question.POLICIES, new Needs.Rule(Needed.WHERE_AIDED, Set.of(), WHY),
                    Question.UNIVERSITY_NATURE, new Needs.Rule(Needed.OF_STAGES, Set.of(Stage.HIGHER), WHY),
                    Question.LOCAL_POLICY, new Needs.Rule(Needed.OF_STAGES, Set.of(Stage.HIGHER), WHY),
                    Question.THREE_WAIVERS,
                            new Needs.Rule(Needed.OF_STAGES, Set.of(Stage.SECONDARY_VOCATIONAL, Stage.HIGHER), WHY),
                    Question.NATIONAL_GRANT,
                            new Needs.Rule(Needed.OF_STAGES, Set.of(Stage.SECONDARY_VOCATIONAL, Stage.HIGHER), WHY)),
            LocalDate.EPOCH);

    private final Map<Question, Answer> known = new EnumMap<>(Question.class);

    @Test
    @DisplayName("S74 S75 S77 S78: of everybody, and open while nobody has answered")
    void ofEverybody() {
        assertThat(needed())
                .containsExactly(Question.FOUR_CATEGORY, Question.AIDED, Question.STAGE, Question.RESPONSIBLE_SCHOOL);
        assertThat(Completeness.of(known, false, NEEDS).isComplete()).isFalse();
    }

    @Test
    @DisplayName("S76: which policies, where aid is enjoyed")
    void policiesWhereAidIsEnjoyed() {
        know(Question.AIDED, Answer.State.ANSWERED, Said.yes(false));
        assertThat(needed()).doesNotContain(Question.POLICIES);

        know(Question.AIDED, Answer.State.ANSWERED, Said.yes(true));
        assertThat(needed()).contains(Question.POLICIES);
    }

    @Test
    @DisplayName("S79 S80: nature of the university and policy at its place, of university students only")
    void ofUniversityStudents() {
        stage("SENIOR_HIGH");
        assertThat(needed()).doesNotContain(Question.UNIVERSITY_NATURE, Question.LOCAL_POLICY);

        stage("HIGHER");
        assertThat(needed()).contains(Question.UNIVERSITY_NATURE, Question.LOCAL_POLICY);
    }

    @Test
    @DisplayName("S81 S82: three waivers and national grant, beyond compulsory education")
    void whereFeesArePaid() {
        stage("JUNIOR");
        assertThat(needed()).doesNotContain(Question.THREE_WAIVERS, Question.NATIONAL_GRANT);

        stage("SECONDARY_VOCATIONAL");
        assertThat(needed()).contains(Question.THREE_WAIVERS, Question.NATIONAL_GRANT);
    }

    @Test
    void whatIsNeverNeededOrHasNoRuleIsNotAskedFor() {
        Needs none = new Needs(Map.of(Question.AIDED, new Needs.Rule(Needed.NEVER, Set.of(), WHY)), LocalDate.EPOCH);

        assertThat(Completeness.of(known, false, none).needs()).isEmpty();
    }

    @Test
    void whatIsOnlyProposedOrTakenBackIsNoAnswer() {
        stage("PRIMARY");
        know(Question.FOUR_CATEGORY, Answer.State.PROPOSED, Said.yes(true));
        know(Question.AIDED, Answer.State.REOPENED, Said.NOTHING);

        assertThat(Completeness.of(known, true, NEEDS).needs().stream()
                        .filter(need -> !need.isMet())
                        .map(Completeness.Need::question))
                .containsExactly(Question.FOUR_CATEGORY, Question.AIDED);
    }

    @Test
    void allAnsweredIsComplete() {
        stage("PRIMARY");
        know(Question.FOUR_CATEGORY, Answer.State.ANSWERED, Said.yes(true));
        know(Question.AIDED, Answer.State.ANSWERED, Said.yes(false));

        assertThat(Completeness.of(known, true, NEEDS).isComplete()).isTrue();
    }

    @Test
    void eachQuestionTakesItsKindOfAnswerOnly() {
        Said words = new Said(null, List.of(), "每学年 3000 元");
        assertThat(Question.FOUR_CATEGORY.takes(Said.yes(true))).isTrue();
        assertThat(Question.FOUR_CATEGORY.takes(words)).isFalse();
        assertThat(Question.POLICIES.takes(new Said(null, List.of("HE-01", "LN-01"), null)))
                .isTrue();
        assertThat(Question.POLICIES.takes(words)).isTrue();
        assertThat(Question.POLICIES.takes(Said.NOTHING)).isFalse();
        assertThat(Question.STAGE.takes(Said.code("HIGHER"))).isTrue();
        assertThat(Question.STAGE.takes(Said.code("COLLEGE"))).isFalse();
        assertThat(Question.UNIVERSITY_NATURE.takes(Said.code("INDEPENDENT_COLLEGE")))
                .isTrue();
        assertThat(Question.LOCAL_POLICY.takes(words)).isTrue();
        assertThat(Question.RESPONSIBLE_SCHOOL.takes(words)).isFalse();
    }

    private List<Question> needed() {
        return Completeness.of(known, false, NEEDS).needs().stream()
                .map(Completeness.Need::question)
                .toList();
    }

    private void stage(String code) {
        know(Question.STAGE, Answer.State.ANSWERED, Said.code(code));
    }

    private void know(Question question, Answer.State state, Said said) {
        known.put(question, new Answer(question, state, said, Source.FAMILY, "某教师", Instant.EPOCH));
    }
}
