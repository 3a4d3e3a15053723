package cn.gov.zhuozhou.aid.registry.outofarea;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.registry.outofarea.Answer.Said;
import cn.gov.zhuozhou.aid.registry.outofarea.Answer.Source;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Which of the nine answers are needed")
class CompletenessTest {
    private final Map<Question, Answer> known = new EnumMap<>(Question.class);

    @Test
    @DisplayName("S74 S75 S77 S78: of everybody, and open while nobody has answered")
    void ofEverybody() {
        assertThat(needed())
                .containsExactly(Question.FOUR_CATEGORY, Question.AIDED, Question.STAGE, Question.RESPONSIBLE_SCHOOL);
        assertThat(Completeness.of(known, false).isComplete()).isFalse();
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
    void whatIsOnlyProposedOrTakenBackIsNoAnswer() {
        stage("PRIMARY");
        know(Question.FOUR_CATEGORY, Answer.State.PROPOSED, Said.yes(true));
        know(Question.AIDED, Answer.State.REOPENED, Said.NOTHING);

        assertThat(Completeness.of(known, true).needs().stream()
                        .filter(need -> !need.isMet())
                        .map(Completeness.Need::question))
                .containsExactly(Question.FOUR_CATEGORY, Question.AIDED);
    }

    @Test
    void allAnsweredIsComplete() {
        stage("PRIMARY");
        know(Question.FOUR_CATEGORY, Answer.State.ANSWERED, Said.yes(true));
        know(Question.AIDED, Answer.State.ANSWERED, Said.yes(false));

        assertThat(Completeness.of(known, true).isComplete()).isTrue();
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
        return Completeness.of(known, false).needs().stream()
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
