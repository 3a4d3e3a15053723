package cn.gov.zhuozhou.aid.registry.reversecheck;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.registry.reversecheck.Answer.Place;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AnswerTest {
    private static final LocalDate TODAY = LocalDate.of(2019, 3, 4);

    @Test
    void eachKindSaysWhatItLacks() {
        assertThat(bare(AnswerKind.OUT_OF_AREA).missing(TODAY))
                .containsExactly("place.province", "place.schoolName", "stage");
        assertThat(bare(AnswerKind.OUT_OF_SCHOOL).missing(TODAY)).containsExactly("why", "since");
        assertThat(bare(AnswerKind.WRONG_NUMBER).missing(TODAY)).containsExactly("studentId");
        assertThat(bare(AnswerKind.MOVED).missing(TODAY)).containsExactly("place.province");
        assertThat(bare(AnswerKind.OVER_AGE).missing(TODAY)).isEmpty();
        assertThat(bare(AnswerKind.DECEASED).missing(TODAY)).isEmpty();
    }

    @Test
    void aDayToComeAndABlankAreNoAnswer() {
        var tomorrow = new Answer(AnswerKind.OUT_OF_SCHOOL, null, null, "打工", TODAY.plusDays(1), null, null, "入户");
        var blank = new Answer(
                AnswerKind.OUT_OF_AREA, new Place(" ", null, "某校"), Answer.Stage.PRIMARY, null, null, null, null, "入户");
        assertThat(tomorrow.missing(TODAY)).containsExactly("since");
        assertThat(blank.missing(TODAY)).containsExactly("place.province");
    }

    @Test
    void eitherThePupilOrTheNumberIsEnough() {
        var pupil = new Answer(AnswerKind.WRONG_NUMBER, null, null, null, null, UUID.randomUUID(), null, "入户");
        var number = new Answer(AnswerKind.WRONG_NUMBER, null, null, null, null, null, "999999201001010016", "入户");
        assertThat(pupil.missing(TODAY)).isEmpty();
        assertThat(number.missing(TODAY)).isEmpty();
    }

    @Test
    void numbersInFreeTextAreMaskedAndNothingIsPrinted() {
        var answer = new Answer(
                AnswerKind.NOT_FOUND, null, null, null, null, null, "999999201001010016", "电话 13000000000123");
        assertThat(answer.evidence()).isEqualTo("电话 **********0123");
        assertThat(answer.toString()).doesNotContain("0016");
    }

    private static Answer bare(AnswerKind kind) {
        return new Answer(kind, null, null, null, null, null, null, "入户走访");
    }
}
