package cn.gov.zhuozhou.aid.disbursement.award;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import cn.gov.zhuozhou.aid.disbursement.award.Payments.Payable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The new school pays from the next semester, never both. */
@DisbursementTest
class TransferTest {
    @Inject
    AwardsOf awards;

    @Inject
    Payments payments;

    @Inject
    FreezeCheck freeze;

    private final RegistryPupil pupil = new RegistryPupil();
    private final String old = pupil.school();

    @Test
    void beforeTheApprovalTheNewSchoolTakesOver() {
        // Given
        awards.known(pupil);

        // When
        transfer();

        // Then
        assertThat(awards.only(pupil).getString("schoolCode")).isEqualTo(pupil.school());
        assertThat(awards.only(pupil).getString("state")).isEqualTo("PROPOSED");
    }

    @Test
    void afterTheApprovalTheOldSchoolPaysAndItIsFrozenOnce() {
        // Given
        String award = approved();

        // When
        transfer();

        // Then
        assertThat(awards.only(pupil).getString("schoolCode")).isEqualTo(old);
        assertThat(awards.only(pupil).getString("state")).isEqualTo("APPROVED");
        assertThat(refusals(award)).isEmpty();
    }

    @Test
    void whatTheOldSchoolHasPaidNobodyPaysAgain() {
        // Given
        String award = approved();
        payments.line(award, 1, 50000, "SETTLED");

        // When
        transfer();

        // Then
        assertThat(awards.only(pupil).getString("schoolCode")).isEqualTo(old);
        assertThat(awards.only(pupil).getString("state")).isEqualTo("APPROVED");
        assertThat(payments.payable(award)).isEmpty();
        assertThat(refusals(award)).containsExactly("A01.NOTHING_TO_PAY");
    }

    @Test
    void anApprovalTakenBackAfterPaymentDoesNotMoveTheAward() {
        // Given
        String award = approved();
        payments.line(award, 1, 50000, "SETTLED");
        awards.reopen(awards.only(pupil), Tokens.clerk()).then().statusCode(200);

        // When
        transfer();

        // Then
        assertThat(awards.only(pupil).getString("schoolCode")).isEqualTo(old);
    }

    @Test
    void theNextSemesterIsTheNewSchools() {
        // Given
        approved();
        transfer();

        // When
        awards.receive(pupil.inSemester("2019-autumn").rulingMessage());

        // Then
        assertThat(awards.list(pupil, "2019-autumn").getList("items.schoolCode"))
                .containsExactly(pupil.school());
        assertThat(awards.only(pupil).getString("schoolCode")).isEqualTo(old);
    }

    @Test
    void aStageThatChangesInSummerLeavesTheSpringAwardAsItWasGranted() {
        // Given
        String award = approved();

        // When
        awards.receive(pupil.is("stage", "JUNIOR").is("grade", 7).pupilMessage());
        awards.receive(pupil.inSemester("2019-autumn").rulingMessage());

        // Then
        assertThat(awards.only(pupil).getLong("amountFen")).isEqualTo(50000);
        assertThat(awards.only(pupil).getString("state")).isEqualTo("APPROVED");
        assertThat(refusals(award)).isEmpty();
        assertThat(awards.list(pupil, "2019-autumn").getList("items.amountFen")).containsExactly(62500);
    }

    @Test
    void whoReturnsToTheOldSchoolIsPaidThereOnce() {
        // Given
        String award = approved();
        transfer();

        // When
        awards.receive(pupil.is("schoolCode", old).pupilMessage());

        // Then
        assertThat(awards.only(pupil).getString("id")).isEqualTo(award);
        assertThat(payments.payable(award)).containsExactly(new Payable(1, 50000));
    }

    @Test
    void everyPlaceIsKept() {
        // Given
        awards.known(pupil);

        // When
        transfer();
        awards.receive(pupil.is("name", "改名").pupilMessage());

        // Then
        assertThat(awards.strings(
                        "select school_code from pupil_place where student_id = '" + pupil.id + "' order by revision"))
                .containsExactly(old, pupil.school());
    }

    private String approved() {
        awards.known(pupil);
        awards.approve(awards.only(pupil), Tokens.reviewer()).then().statusCode(200);
        return awards.only(pupil).getString("id");
    }

    private void transfer() {
        awards.receive(pupil.is("schoolCode", "N" + old).pupilMessage());
    }

    private List<String> refusals(String award) {
        return QuarkusTransaction.requiringNew()
                .call(() -> freeze.of(List.of(UUID.fromString(award))))
                .getFirst()
                .refusals()
                .stream()
                .map(reason -> reason.code())
                .toList();
    }
}
