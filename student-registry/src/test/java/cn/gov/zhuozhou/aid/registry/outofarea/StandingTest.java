package cn.gov.zhuozhou.aid.registry.outofarea;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.registry.identification.rule.Category;
import cn.gov.zhuozhou.aid.registry.identification.rule.SeededRules;
import cn.gov.zhuozhou.aid.registry.outofarea.Standing.Newest;
import cn.gov.zhuozhou.aid.registry.outofarea.Standing.Overdue;
import cn.gov.zhuozhou.aid.registry.outofarea.Standing.ReplyState;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S83 S84: when a letter or a reply is late")
class StandingTest {
    private static final LocalDate DUE = LocalDate.of(2019, 3, 18);
    private static final LocalDate DAY_AFTER = DUE.plusDays(1);

    @Test
    void theLetterIsLateTheDayAfterItsLastDay() {
        assertThat(Standing.of(true, DUE, null, DUE)).isEqualTo(new Standing(ReplyState.NONE, null, false));
        assertThat(Standing.of(true, DUE, null, DAY_AFTER))
                .isEqualTo(new Standing(ReplyState.NONE, Overdue.LETTER, false));
        assertThat(Standing.of(true, DUE, letter(LetterState.APPROVED, 0), DAY_AFTER)
                        .overdue())
                .isEqualTo(Overdue.LETTER);
    }

    @Test
    void nothingIsLateWhereNoLetterIsOwed() {
        assertThat(Standing.of(false, DUE, null, DAY_AFTER).overdue()).isNull();
        assertThat(Standing.of(false, DUE, letter(LetterState.DISPATCHED, 2), DAY_AFTER))
                .isEqualTo(new Standing(ReplyState.AWAITED, null, false));
    }

    @Test
    void theReplyIsLateAndAfterTwoChasersTheBureausMatter() {
        assertThat(Standing.of(true, DUE, letter(LetterState.DISPATCHED, 0), DUE))
                .isEqualTo(new Standing(ReplyState.AWAITED, null, false));
        assertThat(Standing.of(true, DUE, letter(LetterState.DISPATCHED, 1), DAY_AFTER))
                .isEqualTo(new Standing(ReplyState.AWAITED, Overdue.REPLY, false));
        assertThat(Standing.of(true, DUE, letter(LetterState.DISPATCHED, 2), DAY_AFTER))
                .isEqualTo(new Standing(ReplyState.AWAITED, Overdue.REPLY, true));
    }

    @Test
    void aReplyEndsItAndALetterThatCameBackBeginsItAnew() {
        assertThat(Standing.of(true, DUE, new Newest(LetterState.CLOSED, true, DUE, 2), DAY_AFTER))
                .isEqualTo(new Standing(ReplyState.REPLIED, null, false));
        assertThat(Standing.of(true, DUE, letter(LetterState.RETURNED_UNDELIVERED, 1), DAY_AFTER))
                .isEqualTo(new Standing(ReplyState.UNDELIVERED, Overdue.LETTER, false));
    }

    @Test
    @DisplayName("S74: what registers prove is proposed; a disability certificate alone proves nothing")
    void whatRegistersProve() {
        var rules = SeededRules.SPRING_2019.parameters();
        assertThat(RegisterEvidence.of(List.of(Category.DIBAO_R), rules)).isEqualTo(new RegisterEvidence(true, true));
        assertThat(RegisterEvidence.of(List.of(Category.DIBAO_U), rules)).isEqualTo(new RegisterEvidence(true, false));
        assertThat(RegisterEvidence.of(List.of(Category.DISABLED_STU), rules))
                .isEqualTo(new RegisterEvidence(false, false));
        assertThat(RegisterEvidence.of(List.of(Category.DISABLED_STU, Category.DIBAO_U), rules))
                .isEqualTo(new RegisterEvidence(true, true));
        assertThat(RegisterEvidence.of(List.of(), rules)).isEqualTo(new RegisterEvidence(false, false));
    }

    private static Newest letter(LetterState state, int chasers) {
        return new Newest(state, false, DUE, chasers);
    }
}
