package cn.gov.zhuozhou.aid.inspection.datacheck.rule;

import static cn.gov.zhuozhou.aid.inspection.datacheck.rule.Known.AUTUMN;
import static cn.gov.zhuozhou.aid.inspection.datacheck.rule.Known.MARCH;
import static cn.gov.zhuozhou.aid.inspection.datacheck.rule.Known.SPRING;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.inspection.datacheck.rule.PupilRecord.FeeReceipt;
import cn.gov.zhuozhou.aid.inspection.finding.Reason;
import cn.gov.zhuozhou.aid.inspection.mirror.Fee;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A09: fees collected though they are waived")
class CollectedThenWaivedCheckTest {
    private final CollectedThenWaivedCheck check = new CollectedThenWaivedCheck("basis");

    @Test
    void whatIsLeftOfAWaivedFeeIsWrong() {
        // Given
        Known known = new Known()
                .collected(new FeeReceipt(SPRING, Fee.TUITION, "2", 25_001, List.of("HS-02")))
                .collected(new FeeReceipt(SPRING, Fee.TUITION, "1", 50_000, List.of("HS-02")));

        // When
        Verdict verdict = check.examine(known.pupil(), MARCH);

        // Then
        assertThat(verdict)
                .isEqualTo(Verdict.hit(List.of(new Reason(
                        "A09.TUITION.2019-spring",
                        "2019-spring 学期已由 HS-02 免除学费，仍收取 750.01 元未退（收据 1、2），应退还学生",
                        "HS-02 waives tuition in 2019-spring; 750.01 yuan were collected and not given back (receipts 1, 2)",
                        "basis"))));
    }

    @Test
    void eachFeeAndSemesterIsAReasonOfItsOwn() {
        // Given
        Known known = new Known()
                .collected(new FeeReceipt(SPRING, Fee.TEXTBOOKS, "3", 1, List.of("HS-02")))
                .collected(new FeeReceipt(SPRING, Fee.TUITION, "2", 1, List.of("HS-02")))
                .collected(new FeeReceipt(AUTUMN, Fee.TUITION, "1", 1, List.of("HS-02")));

        // When
        Verdict verdict = check.examine(known.pupil(), MARCH);

        // Then
        assertThat(verdict)
                .extracting(hit ->
                        ((Verdict.Hit) hit).reasons().stream().map(Reason::code).toList())
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .containsExactly("A09.TUITION.2018-autumn", "A09.TUITION.2019-spring", "A09.TEXTBOOKS.2019-spring");
    }

    @Test
    void whatWasGivenBackOrIsNotWaivedAnyMoreIsRight() {
        // Given
        Known known = new Known()
                .collected(new FeeReceipt(SPRING, Fee.TUITION, "1", 0, List.of("HS-02")))
                .collected(new FeeReceipt(SPRING, Fee.TUITION, "2", 75_000, List.of()));

        // When
        Verdict verdict = check.examine(known.pupil(), MARCH);

        // Then
        assertThat(verdict).isEqualTo(Verdict.clear());
    }
}
