package cn.gov.zhuozhou.aid.disbursement.paymentbatch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cn.gov.zhuozhou.aid.chassis.testing.DatabaseOwner;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import cn.gov.zhuozhou.aid.disbursement.award.ApprovedPupils.Approved;
import cn.gov.zhuozhou.aid.disbursement.bank.BankResult.Outcome;
import cn.gov.zhuozhou.aid.disbursement.payee.AccountsOf;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BatchState;
import cn.gov.zhuozhou.aid.disbursement.retention.ErasureRun;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Accounts on payment lists when their thirty years are over: what is open is kept whole, what was paid stays told. */
@DisbursementTest
class PaidAccountsErasedTest {
    private static final String AUTUMN = "2019-autumn";
    private static final String LONG_AGO = "1988-12-31";
    private static final String A_DAY_LATER = "1989-01-01";

    @Inject
    BatchPlay play;

    @BeforeEach
    void money() {
        play.fund(1_000_000);
    }

    @Test
    @DisplayName(
            "the account of a closed list goes after thirty years from the end of its year; the list and its sum stay")
    void closedListsLetGo() {
        // Given
        Approved over = pupil();
        Approved aDayLater = pupil();
        UUID list = closed(over);
        UUID laterList = closed(aDayLater);
        UUID account = account(list, over);
        UUID later = account(laterList, aDayLater);
        long fen = play.line(list, over).amountFen();
        bankFile(list).statusCode(200);
        aged(LONG_AGO, account);
        aged(A_DAY_LATER, later);

        // When
        ErasureRun.done();

        // Then
        assertThat(sealed(account)).isZero();
        assertThat(sealed(later))
                .as("its year ended thirty years ago less than a day")
                .isPositive();
        assertThat(play.line(list, over))
                .extracting(
                        BatchLines.Line::accountId,
                        BatchLines.Line::amountFen,
                        line -> line.state().name())
                .containsExactly(account, fen, "SETTLED");
        assertThat(play.find(list)).extracting(Batch::state, Batch::frozenFen).containsExactly(BatchState.CLOSED, fen);
        bankFile(list).statusCode(409).body("type", equalTo("urn:aid:problem:numbers-erased"));
        bankFile(laterList).statusCode(200);
    }

    @Test
    @DisplayName(
            "an account on a list that is open stays, however old: not answered, come back, or settled beside such a one")
    void openListsHold() {
        // Given
        Approved settled = pupil();
        Approved unanswered = beside(settled);
        Approved cameBack = beside(settled);
        UUID open = play.frozen(play.draft(settled.school())).id();
        play.sent(open);
        play.bank(play.line(open, settled), Outcome.SETTLED);
        play.bank(play.line(open, cameBack), Outcome.RETURNED);
        Approved twice = pupil();
        UUID first = closed(twice);
        play.pupils.in(twice.student(), AUTUMN);
        UUID second = play.frozen(play.draft(Batch.Kind.REGULAR, twice.school(), AUTUMN))
                .id();
        play.sent(second);
        UUID[] held = {account(open, settled), account(open, unanswered), account(open, cameBack), account(first, twice)
        };
        assertThat(account(second, twice)).isEqualTo(account(first, twice));
        aged(LONG_AGO, held);

        // When
        ErasureRun.done();

        // Then
        assertThat(held).allSatisfy(account -> assertThat(sealed(account)).isPositive());
        bankFile(open).statusCode(200);
        bankFile(first).statusCode(200);
        bankFile(second).statusCode(200);
    }

    @Test
    @DisplayName("what came back was paid to another account: both lists closed, both accounts go")
    void aReissuedLineLetsGo() {
        // Given
        Approved pupil = pupil();
        UUID first = play.frozen(play.draft(pupil.school())).id();
        play.sent(first);
        play.bank(play.line(first, pupil), Outcome.RETURNED);
        UUID wrong = account(first, pupil);
        play.account(pupil.student(), AccountsOf.card());
        UUID again = play.frozen(play.draft(Batch.Kind.REISSUE, pupil.school())).id();
        play.sent(again);
        aged(LONG_AGO, wrong);
        ErasureRun.done();
        assertThat(sealed(wrong)).as("the second list is not paid yet").isPositive();
        play.bank(play.line(again, pupil), Outcome.SETTLED);
        UUID right = account(again, pupil);
        close(first);
        close(again);
        aged(LONG_AGO, right);

        // When
        ErasureRun.done();

        // Then
        assertThat(Stream.of(wrong, right))
                .allSatisfy(account -> assertThat(sealed(account)).isZero());
    }

    @Test
    @DisplayName("a list given up before it was sent is no voucher: its account goes as one never paid")
    void aCancelledListHoldsNothing() {
        // Given
        Approved pupil = pupil();
        UUID list = play.frozen(play.draft(pupil.school())).id();
        UUID account = account(list, pupil);
        Batch next = BatchPlay.in(() -> play.acts.replace(list, "*", "账户更正", BatchPlay.CHECKER));
        BatchPlay.in(() -> play.acts.cancel(next.id(), "*", "不再发放", BatchPlay.CHECKER));
        ended("2014-03-03", account);

        // When
        ErasureRun.done();

        // Then
        assertThat(sealed(account)).isZero();
    }

    private Approved pupil() {
        return withCard(play.pupils.one());
    }

    private Approved beside(Approved other) {
        return withCard(play.pupils.at(other.school(), other.town()));
    }

    private Approved withCard(Approved pupil) {
        play.account(pupil.student(), AccountsOf.card());
        return pupil;
    }

    private UUID closed(Approved pupil) {
        UUID list = play.frozen(play.draft(pupil.school())).id();
        play.sent(list);
        play.bank(play.line(list, pupil), Outcome.SETTLED);
        close(list);
        return list;
    }

    private void close(UUID list) {
        BatchPlay.in(() -> play.acts.reconcile(list, "*", BatchPlay.MAKER));
        assertThat(BatchPlay.in(() -> play.acts.close(list, "*", BatchPlay.CHECKER))
                        .state())
                .isEqualTo(BatchState.CLOSED);
    }

    private UUID account(UUID list, Approved pupil) {
        return play.lines(list).stream()
                .filter(line -> line.studentId().equals(pupil.student()))
                .findFirst()
                .orElseThrow()
                .accountId();
    }

    /** As if the lists were sent on a day of long ago, and the accounts had ended before. */
    private static void aged(String sentOn, UUID... accounts) {
        DatabaseOwner.unguarded(
                "payment_line",
                "update payment_line set sent_on = '%s' where sent_on is not null and account_id in (%s)"
                        .formatted(sentOn, quoted(accounts)));
        ended("1985-06-30", accounts);
    }

    private static void ended(String day, UUID... accounts) {
        DatabaseOwner.unguarded(
                "payee_account",
                "update payee_account set state = 'CLOSED', valid_from = '1980-01-01', valid_until = '%s' where id in (%s)"
                        .formatted(day, quoted(accounts)));
    }

    private static String quoted(UUID... ids) {
        return Stream.of(ids).map(id -> "'" + id + "'").collect(Collectors.joining(", "));
    }

    private long sealed(UUID account) {
        return play.database.number(
                "select length(account_sealed) from payee_account where id = :id", Map.of("id", account));
    }

    private static ValidatableResponse bankFile(UUID list) {
        return given().auth()
                .oauth2(Tokens.payer())
                .get("/api/v1/payment-batches/" + list + "/bank-file")
                .then();
    }
}
