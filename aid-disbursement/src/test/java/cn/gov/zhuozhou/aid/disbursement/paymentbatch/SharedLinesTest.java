package cn.gov.zhuozhou.aid.disbursement.paymentbatch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import cn.gov.zhuozhou.aid.disbursement.award.ApprovedPupils.Approved;
import cn.gov.zhuozhou.aid.disbursement.bank.BankResult.Outcome;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Lines behind which stands one person, or one card: whatever was not seen at the freeze is seen by the reconciliation. */
@DisbursementTest
class SharedLinesTest {
    private static final String CLERK = Tokens.of("maker").roles("aid-clerk").token();

    @Inject
    BatchPlay play;

    private Approved one;
    private Approved other;

    @BeforeEach
    void twoAtOneSchool() {
        play.fund(1_000_000);
        one = play.payable();
        other = play.payableAt(one);
    }

    @Test
    @DisplayName("A01: one identity number behind two records of a batch is no agreement")
    void oneNumber() {
        // Given
        account(one.student(), "SELF", one.student(), UUID.randomUUID());
        account(other.student(), "SELF", one.student(), UUID.randomUUID());
        UUID batch = paid(one.school());

        // When
        JsonPath made = reconciled(batch);

        // Then
        assertThat(made.getBoolean("agrees")).isFalse();
        assertThat(found(made))
                .containsExactly("SAME_PERSON " + endToEnd(batch, 1), "SAME_PERSON " + endToEnd(batch, 2));
    }

    @Test
    @DisplayName(
            "A01: two identity numbers that turn out to be one person, paid in two batches, are no agreement until it is asked back")
    void twoNumbersOfOnePerson() {
        // Given
        UUID first = paid(one.school());
        Approved twin = play.payable();
        UUID second = paid(twin.school());
        assertThat(reconciled(second).getBoolean("agrees")).isTrue();
        play.database.update(
                "update pupil set merged_into = :into where student_id = :student",
                Map.of("into", one.student(), "student", twin.student()));

        // When
        JsonPath made = reconciled(second);

        // Then
        assertThat(made.getBoolean("agrees")).isFalse();
        assertThat(found(made)).containsExactly("SAME_PERSON " + endToEnd(second, 1));
        assertThat(found(reconciled(first)))
                .containsExactly("SAME_PERSON " + play.line(first, one).endToEndId());
        play.pupils.mergedInto(twin.student(), one.student());
        assertThat(play.strings(
                        "select i.amount_fen::text from recovery_item i where i.award_id = :award",
                        Map.of("award", twin.award())))
                .containsExactly("50000");
        assertThat(reconciled(second).getBoolean("agrees")).isTrue();
        assertThat(found(reconciled(first))).isEmpty();
    }

    @Test
    @DisplayName("A01: who was paid and got it back to the source may be paid as the person he is")
    void whatCameBackIsNotPaid() {
        // Given
        UUID first = paid(one.school());
        var line = play.line(first, one);
        play.bank(line, Outcome.RETURNED);
        play.writeBack(line.id());
        Approved twin = play.payable();
        UUID second = paid(twin.school());
        play.database.update(
                "update pupil set merged_into = :into where student_id = :student",
                Map.of("into", one.student(), "student", twin.student()));

        // When
        JsonPath made = reconciled(second);

        // Then
        assertThat(found(made)).isEmpty();
    }

    @Test
    @DisplayName("A10: a card for two pupils of the batch is shown, and is for a person to look at")
    void oneCard() {
        // Given
        UUID guardian = UUID.randomUUID();
        UUID card = UUID.randomUUID();
        account(one.student(), "GUARDIAN", guardian, card);
        account(other.student(), "GUARDIAN", guardian, card);
        play.payableAt(one);
        UUID batch = paid(one.school());

        // When
        JsonPath made = reconciled(batch);

        // Then
        assertThat(made.getBoolean("agrees")).isTrue();
        assertThat(made.getMap("figures.differences")).isEqualTo(Map.of("PERSON", 2));
        assertThat(found(made))
                .containsExactlyInAnyOrder(
                        "SHARED_ACCOUNT " + play.line(batch, one).endToEndId(),
                        "SHARED_ACCOUNT " + play.line(batch, other).endToEndId());
    }

    /** A confirmed account in place of the one he has. */
    private void account(UUID student, String kind, UUID holder, UUID card) {
        play.database.update("""
                update payee_account set state = 'REPLACED', version = version + 1, valid_until = current_date
                where student_id = :student and state = 'CONFIRMED'
                """, Map.of("student", student));
        play.database.update(
                """
                insert into payee_account (id, student_id, version, state, holder_kind, holder_relation, holder_legal, holder_name,
                  holder_index, bank_code, account_index, account_sealed, account_tail, reason, proposed_by, proposed_name,
                  proposed_at, decided_by, decided_name, decided_at, valid_from)
                values (uuidv7(), :student, 1, 'CONFIRMED', :kind, case :kind when 'GUARDIAN' then 'FATHER' end,
                  case :kind when 'GUARDIAN' then true end, '某人', :holder, '103', :card, :sealed, '0000', 'x', 'a', 'a', now(),
                  'b', 'b', now(), current_date)
                """,
                Values.of("student", student)
                        .and("kind", kind)
                        .and("holder", holder)
                        .and("card", card)
                        .and("sealed", play.crypto.encrypt("62000090000000" + card.hashCode() % 1000)));
    }

    /** A batch of a school whose money arrived. */
    private UUID paid(String school) {
        UUID batch = play.frozen(play.draft(school)).id();
        play.sent(batch);
        play.bank(play.lines(batch).stream()
                .filter(line -> line.endToEndId() != null)
                .map(line -> play.says(line, Outcome.SETTLED))
                .toList());
        return batch;
    }

    private String endToEnd(UUID batch, int sequence) {
        return play.lines(batch).stream()
                .filter(line -> line.sequence() != null && line.sequence() == sequence)
                .findFirst()
                .orElseThrow()
                .endToEndId();
    }

    private static JsonPath reconciled(UUID batch) {
        return given().auth()
                .oauth2(CLERK)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(Map.of("batchId", batch))
                .post("/api/v1/reconciliations")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static List<String> found(JsonPath made) {
        List<Map<String, String>> items = given().auth()
                .oauth2(CLERK)
                .get("/api/v1/reconciliations/" + made.getString("id") + "/differences")
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.side == 'PERSON' }");
        return items.stream()
                .map(line -> line.get("kind") + " " + line.get("key"))
                .toList();
    }
}
