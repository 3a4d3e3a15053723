package cn.gov.zhuozhou.aid.disbursement.paymentbatch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import cn.gov.zhuozhou.aid.disbursement.award.ApprovedPupils.Approved;
import cn.gov.zhuozhou.aid.disbursement.bank.BankBatches.Applied;
import cn.gov.zhuozhou.aid.disbursement.bank.BankResult;
import cn.gov.zhuozhou.aid.disbursement.bank.BankResult.Outcome;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Commits what auditors look for, and sees it refused at the freeze or reported. */
@DisbursementTest
class IrregularityTest {
    @Inject
    BatchPlay play;

    private Approved honest;
    private Approved other;

    @BeforeEach
    void twoAtOneSchool() {
        play.fund(1_000_000);
        honest = play.payable();
        other = play.payableAt(honest);
    }

    @Test
    @DisplayName("A01: one person and semester is not paid twice")
    void twice() {
        // Given
        Batch first = play.frozen(play.draft(honest.school()));

        // When
        Batch second = play.draft(honest.school());

        // Then
        assertThat(first.frozenLines()).isEqualTo(2);
        assertThat(play.lines(second.id())).isEmpty();
    }

    @Test
    @DisplayName("A01: two records of one person are one person")
    void twoRecords() {
        // Given
        Batch draft = play.draft(honest.school());
        play.approved(draft);
        play.database.update(
                "update pupil set merged_into = :into where student_id = :one",
                Map.of("into", honest.student(), "one", other.student()));

        // When
        Batch frozen = BatchPlay.in(() -> play.freezing.freeze(draft.id(), "*", BatchPlay.CHECKER));

        // Then
        assertThat(frozen.frozenLines()).isEqualTo(1);
        assertThat(reasons(draft)).contains("A01.SAME_PERSON");
    }

    @Test
    @DisplayName("A01: who was paid at another school this semester is not paid again")
    void twoSchools() {
        // Given
        Batch paid = play.frozen(play.draft(honest.school()));
        play.sent(paid.id());
        Approved there = play.payable();
        Batch draft = play.draft(there.school());
        play.approved(draft);
        play.database.update(
                "update pupil set merged_into = :into where student_id = :one",
                Map.of("into", honest.student(), "one", there.student()));

        // When
        String refused = refusedFreeze(draft);

        // Then
        assertThat(refused).isEqualTo("urn:aid:problem:nothing-to-pay");
    }

    @Test
    @DisplayName("A02: nobody is paid without a notice behind his ruling")
    void noNotice() {
        // Given
        Batch draft = play.draft(honest.school());
        BatchPlay.in(() -> play.acts.submit(draft.id(), "*", BatchPlay.MAKER));
        play.database.update(
                "update eligibility set result = 'ADDED', notice_id = null where student_id = :student",
                Map.of("student", other.student()));

        // When
        var answer = given().auth()
                .oauth2(Tokens.of("checker").roles("aid-reviewer").token())
                .header("If-Match", "*")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/payment-batches/" + draft.id() + "/notice-confirmations");

        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:aid:problem:notice-missing");
    }

    @Test
    @DisplayName("A02: a ruling that lost its notice before the freeze is left out")
    void noticeLost() {
        // Given
        Batch draft = play.draft(honest.school());
        play.approved(draft);
        play.database.update(
                "update eligibility set result = 'ADDED', notice_id = null where student_id = :student",
                Map.of("student", other.student()));

        // When
        Batch frozen = BatchPlay.in(() -> play.freezing.freeze(draft.id(), "*", BatchPlay.CHECKER));

        // Then
        assertThat(frozen.frozenLines()).isEqualTo(1);
        assertThat(reasons(draft)).contains("A02.NO_NOTICE");
    }

    @Test
    @DisplayName("A03: who left school is not paid")
    void ghost() {
        // Given
        Batch draft = play.draft(honest.school());
        play.approved(draft);
        play.pupils.told(other.student(), "enrolmentState", "LEFT");

        // When
        Batch frozen = BatchPlay.in(() -> play.freezing.freeze(draft.id(), "*", BatchPlay.CHECKER));

        // Then
        assertThat(frozen.frozenLines()).isEqualTo(1);
        assertThat(play.strings(
                        "select student_id::text from payment_left_out where batch_id = :batch",
                        Map.of("batch", draft.id())))
                .containsExactly(other.student().toString());
    }

    @Test
    @DisplayName(
            "A10: whose account waits to be asked about again is left out of the freeze, and the cashier reads why")
    void accountAskedAgain() {
        // Given
        Batch draft = play.draft(honest.school());
        play.approved(draft);
        play.database.update("""
                update payee_account set ask_again = 'GUARDIANS_CHANGED', ask_again_since = current_date, version = version + 1
                where student_id = :student and state = 'CONFIRMED'
                """, Map.of("student", other.student()));

        // When
        Batch frozen = BatchPlay.in(() -> play.freezing.freeze(draft.id(), "*", BatchPlay.CHECKER));

        // Then
        assertThat(frozen.frozenLines()).isEqualTo(1);
        assertThat(reasons(draft)).containsExactly("A10.ACCOUNT_ASKED_AGAIN");
    }

    @Test
    @DisplayName("A07: a boarder's rate is not paid to who does not board")
    void wrongRate() {
        // Given
        Batch draft = play.draft(honest.school());
        play.approved(draft);
        play.database.update(
                "update pupil set boarding = false where student_id = :student", Map.of("student", other.student()));

        // When
        Batch frozen = BatchPlay.in(() -> play.freezing.freeze(draft.id(), "*", BatchPlay.CHECKER));

        // Then
        assertThat(frozen.frozenFen()).isEqualTo(BatchPlay.FEN);
        assertThat(reasons(draft)).anyMatch(code -> code.startsWith("A07."));
    }

    @Test
    @DisplayName("A08, S138: what did not arrive is reported with its age and its last day")
    void lateAndShort() {
        // Given
        Batch frozen = play.frozen(play.draft(honest.school()));
        play.sent(frozen.id());
        var line = play.line(frozen.id(), honest);
        play.bank(line, Outcome.RETURNED);

        // When
        JsonPath unpaid = given().auth()
                .oauth2(Tokens.of("p")
                        .roles("aid-viewer")
                        .org("school:" + honest.school())
                        .token())
                .get("/api/v1/payment-lines/unpaid?semester=2019-spring")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        // Then
        assertThat(unpaid.getList("items.state")).containsExactlyInAnyOrder("SENT", "RETURNED");
        assertThat(unpaid.getString("items.find { it.state == 'RETURNED' }.returnReason"))
                .isEqualTo("ACCOUNT_CLOSED");
        assertThat(unpaid.getString("items.find { it.state == 'RETURNED' }.overdueSince"))
                .isEqualTo(play.line(frozen.id(), honest).reissueDue().toString());
    }

    @Test
    @DisplayName("A08: another amount, an unknown payment and a contradiction are for a person")
    void contradictions() {
        // Given
        Batch frozen = play.frozen(play.draft(honest.school()));
        play.sent(frozen.id());
        var line = play.line(frozen.id(), honest);
        var short_ = new BankResult(line.endToEndId(), Outcome.SETTLED, null, null, null, 49_999L, null, 1);
        var unknown = new BankResult("NOBODY", Outcome.SETTLED, null, null, null, 50_000L, null, 2);

        // When
        List<Applied> applied = play.bank(
                List.of(short_, unknown, play.says(line, Outcome.RETURNED), play.says(line, Outcome.SETTLED)));

        // Then
        assertThat(applied)
                .containsExactly(Applied.AMOUNT_DIFFERS, Applied.UNKNOWN_LINE, Applied.DONE, Applied.STATE_CONFLICT);
    }

    private List<String> reasons(Batch batch) {
        return play.strings("""
                select r ->> 'code' from payment_left_out o, jsonb_array_elements(o.reasons::jsonb) r where o.batch_id = :batch
                """, Map.of("batch", batch.id()));
    }

    private String refusedFreeze(Batch draft) {
        return given().auth()
                .oauth2(Tokens.of("checker").roles("aid-reviewer").token())
                .header("If-Match", "*")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/payment-batches/" + draft.id() + "/freeze")
                .then()
                .statusCode(422)
                .extract()
                .path("type");
    }
}
