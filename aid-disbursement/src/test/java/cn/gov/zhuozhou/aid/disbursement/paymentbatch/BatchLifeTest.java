package cn.gov.zhuozhou.aid.disbursement.paymentbatch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.gov.zhuozhou.aid.chassis.testing.AtOnce;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import cn.gov.zhuozhou.aid.disbursement.award.ApprovedPupils.Approved;
import cn.gov.zhuozhou.aid.disbursement.bank.BankBatches.Applied;
import cn.gov.zhuozhou.aid.disbursement.bank.BankResult.Outcome;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BatchState;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.LineState;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisbursementTest
class BatchLifeTest {
    private static final String MAKER = Tokens.of("maker").roles("aid-clerk").token();
    private static final String CHECKER =
            Tokens.of("checker").roles("aid-reviewer").token();

    @Inject
    BatchPlay play;

    @BeforeEach
    void money() {
        play.fund(1_000_000);
    }

    @Test
    @DisplayName("DOMAIN 4.3: a batch goes from draft to closed; every fen is paid")
    void life() {
        // Given
        Approved pupil = play.payable();
        String id = created(pupil.school()).extract().path("batch.id");

        // When
        act(id, "submissions", MAKER, null).statusCode(200).body("state", equalTo("SCHOOL_OK"));
        act(id, "notice-confirmations", CHECKER, null).statusCode(200);
        act(id, "approvals", CHECKER, Map.of("part", "CENTER_SCHOOL")).statusCode(200);
        act(id, "approvals", CHECKER, Map.of("part", "COUNTY")).statusCode(200);
        act(id, "freeze", CHECKER, null).statusCode(200).body("frozenFen", equalTo(50000));
        play.sent(UUID.fromString(id));
        play.bank(play.line(UUID.fromString(id), pupil), Outcome.SETTLED);
        act(id, "reconciliation", MAKER, null).statusCode(200);
        act(id, "closure", CHECKER, null).statusCode(200);

        // Then
        get("payment-batches/" + id, MAKER)
                .statusCode(200)
                .body("batch.state", equalTo("CLOSED"))
                .body("lines[0].state", equalTo("SETTLED"))
                .body("lines[0].fen", equalTo(50000))
                .body(
                        "steps.act",
                        equalTo(List.of(
                                "SUBMITTED",
                                "NOTICE_CONFIRMED",
                                "CENTER_SCHOOL_APPROVED",
                                "COUNTY_APPROVED",
                                "FROZEN",
                                "SENT",
                                "ALL_PAID",
                                "RECONCILED",
                                "CLOSED")));
        assertThat(play.strings(
                        "select type from outbox where topic = 'aid-disbursement.payment' and event_key = :student",
                        Map.of("student", pupil.student().toString())))
                .containsExactly("cn.gov.zhuozhou.aid.disbursement.PaymentSettled.v1");
    }

    @Test
    void whoHasNoConfirmedAccountIsLeftOutWithTheReason() {
        // Given
        Approved pupil = play.pupils.one();

        // When
        String id = created(pupil.school()).body("lines", hasSize(0)).extract().path("batch.id");

        // Then
        get("payment-batches/" + id + "/left-out", MAKER)
                .body("items.awardId", equalTo(List.of(pupil.award().toString())))
                .body("items[0].reasons[0].code", equalTo("A10.ACCOUNT_NOT_CONFIRMED"));
        act(id, "submissions", MAKER, null).statusCode(422).body("type", equalTo("urn:aid:problem:nothing-to-pay"));
    }

    @Test
    void makerCheckerAndPayerAreDifferentPeople() {
        // Given
        Batch draft = play.draft(play.payable().school());
        String both = Tokens.of("maker").roles("aid-clerk", "aid-reviewer").token();
        String id = draft.id().toString();
        act(id, "submissions", both, null).statusCode(200);

        // When
        ValidatableResponse own = act(id, "notice-confirmations", both, null);

        // Then
        own.statusCode(422).body("type", equalTo("urn:aid:problem:same-person"));
        BatchPlay.in(() -> play.acts.confirmNotice(draft.id(), "*", BatchPlay.CHECKER));
        assertThat(fails(() -> play.database.update("""
                        insert into payment_batch_step (batch_id, revision, act, from_state, to_state, duty, round, actor,
                          actor_name, at) values (:id, 99, 'SENT', 'FROZEN', 'SENT_TO_BANK', 'PAYER', 1, 'checker', 'x', now())
                        """, Map.of("id", draft.id()))))
                .contains("payment_duties_apart");
    }

    @Test
    void theAmountSaysWhoseApprovalIsNeeded() {
        // Given
        Batch draft = play.draft(play.payable().school());
        play.approved(draft);

        // When
        ValidatableResponse more = act(
                draft.id().toString(),
                "approvals",
                Tokens.of("head").roles("aid-reviewer").token(),
                Map.of("part", "LEADERSHIP"));

        // Then
        more.statusCode(422).body("type", equalTo("urn:aid:problem:approval-not-needed"));
    }

    @Test
    void aRejectedBatchIsApprovedAnew() {
        // Given
        Batch draft = play.draft(play.payable().school());
        play.approved(draft);
        String id = draft.id().toString();
        act(id, "rejections", CHECKER, Map.of("reason", "名单有误")).statusCode(200).body("state", equalTo("REJECTED"));

        // When
        act(id, "submissions", MAKER, null).statusCode(200);

        // Then
        act(id, "freeze", CHECKER, null).statusCode(409);
        assertThat(play.acts.given(draft.id())).isEmpty();
    }

    @Test
    void aCancelledDraftIsOverAndItsAwardsMayBePaidByAnother() {
        // Given
        Approved pupil = play.payable();
        String id = play.draft(pupil.school()).id().toString();
        Map<String, ?> reason = Map.of("reason", "重新编制");
        act(id, "cancellations", Tokens.auditor(), reason).statusCode(403);
        act(id, "cancellations", Tokens.clerk("school:X1"), reason).statusCode(404);

        // When
        act(id, "cancellations", MAKER, reason).statusCode(200).body("state", equalTo("CANCELLED"));

        // Then
        get("payment-batches/" + id, MAKER).body("lines.state", equalTo(List.of("VOID")));
        act(id, "submissions", MAKER, null).statusCode(409);
        created(pupil.school()).body("lines", hasSize(1));
    }

    @Test
    void onlyWhatWasSeenIsActedOn() {
        String id = play.draft(play.payable().school()).id().toString();

        request(MAKER)
                .post("/api/v1/payment-batches/" + id + "/submissions")
                .then()
                .statusCode(428);
        request(MAKER)
                .header("If-Match", "\"7\"")
                .post("/api/v1/payment-batches/" + id + "/submissions")
                .then()
                .statusCode(412);
    }

    @Test
    void rolesAndJurisdictionsAreKept() {
        // Given
        Approved pupil = play.payable();
        String id = play.draft(pupil.school()).id().toString();
        String own = Tokens.of("principal")
                .roles("aid-clerk")
                .org("school:" + pupil.school())
                .token();
        String other = Tokens.of("other").roles("aid-clerk").org("school:X1").token();

        // Then
        given().get("/api/v1/payment-batches/" + id).then().statusCode(401);
        get("payment-batches/" + id, own).statusCode(200);
        get("payment-batches/" + id, other).statusCode(404);
        act(id, "submissions", other, null).statusCode(404);
        act(id, "submissions", CHECKER, null).statusCode(403);
        act(id, "submissions", own, null).statusCode(200);
    }

    @Test
    void aRepeatedRequestHasOneEffectAndTheSameAnswer() throws Exception {
        // Given
        Approved pupil = play.payable();
        String key = UUID.randomUUID().toString();
        Callable<Response> create = () -> given().auth()
                .oauth2(MAKER)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(asked(pupil.school()))
                .post("/api/v1/payment-batches");

        // When
        List<Response> answers = AtOnce.times(4, create);

        // Then
        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(201));
        assertThat(answers.stream().map(a -> a.jsonPath().getString("batch.id")).distinct())
                .hasSize(1);
        given().auth()
                .oauth2(MAKER)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(asked("another"))
                .post("/api/v1/payment-batches")
                .then()
                .statusCode(422);
    }

    @Test
    void whatIsFrozenNeverChanges() {
        // Given
        Approved pupil = play.payable();
        Batch batch = play.frozen(play.draft(pupil.school()));
        UUID line = play.line(batch.id(), pupil).id();

        // Then
        for (String change : List.of(
                "update payment_line set amount_fen = 1, revision = revision + 1 where id = :line",
                "update payment_line set account_id = uuidv7() where id = :line",
                "update payment_line set end_to_end_id = 'X' where id = :line",
                "update payment_line set state = 'SETTLED', settled_at = now(), revision = revision + 1 where id = :line",
                "update payment_batch set frozen_fen = 1, revision = revision + 1 where id = (select batch_id from payment_line where id = :line)",
                "update payment_batch set state = 'CLOSED', revision = revision + 1 where id = (select batch_id from payment_line where id = :line)",
                "delete from payment_line where id = :line")) {
            assertThat(fails(() -> play.database.update(change, Map.of("line", line))))
                    .as(change)
                    .isNotEmpty();
        }
        assertThat(play.line(batch.id(), pupil).amountFen()).isEqualTo(BatchPlay.FEN);
    }

    @Test
    void theDatabaseAndTheTablesOfStatesAgree() {
        assertThat(play.strings("select from_state || '>' || to_state from payment_batch_edge", Map.of()))
                .containsExactlyInAnyOrderElementsOf(
                        cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BatchTransitions.TABLE.stream()
                                .flatMap(row -> row.from().stream().map(from -> from + ">" + row.to()))
                                .distinct()
                                .toList());
        assertThat(play.strings("select from_state || '>' || to_state from payment_line_edge", Map.of()))
                .containsExactlyInAnyOrderElementsOf(
                        cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.LineTransitions.TABLE.stream()
                                .map(row -> row.from() + ">" + row.to())
                                .toList());
    }

    @Test
    void aFrozenBatchIsVoidedForANewVersion() {
        // Given
        Approved pupil = play.payable();
        Batch frozen = play.frozen(play.draft(pupil.school()));

        // When
        ValidatableResponse answer = act(frozen.id().toString(), "replacements", CHECKER, Map.of("reason", "收款账户更正"));

        // Then
        String next = answer.statusCode(200)
                .body("replaces", equalTo(frozen.id().toString()))
                .body("state", equalTo("DRAFT"))
                .extract()
                .path("id");
        assertThat(play.find(frozen.id()).state()).isEqualTo(BatchState.CANCELLED);
        assertThat(play.frozen(play.find(UUID.fromString(next))).frozenFen()).isEqualTo(BatchPlay.FEN);
    }

    @Test
    void theBankGetsOneFileAndTheSameWhoeverAsksAgain() throws Exception {
        // Given
        Batch batch = play.frozen(play.draft(play.payable().school()));

        // When
        var first = play.sent(batch.id());
        var again = play.sent(batch.id());

        // Then
        assertThat(again).isEqualTo(first);
        assertThat(play.find(batch.id()).state()).isEqualTo(BatchState.SENT_TO_BANK);
        var identities = new java.util.ArrayList<String>();
        BatchPlay.in(() -> {
            play.files.lines(first).forEach(line -> identities.add(line.endToEndId() + line.accountNumber()));
            play.files.lines(again).forEach(line -> identities.add(line.endToEndId() + line.accountNumber()));
            return null;
        });
        assertThat(identities).hasSize(2);
        assertThat(identities.getFirst()).isEqualTo(identities.getLast()).contains("62000090000000");
        assertThat(fails(() -> play.database.update(
                        "insert into payment_file select batch_id, 2, requested_on, created_at, line_count, total_fen, sent_by"
                                + " from payment_file where batch_id = :id",
                        Map.of("id", batch.id()))))
                .contains("payment_file_only_one");
    }

    @Test
    void whatCameBackIsPaidAgainToTheCorrectedAccount() {
        // Given
        Approved pupil = play.payable();
        Batch first = play.frozen(play.draft(pupil.school()));
        play.sent(first.id());
        var line = play.line(first.id(), pupil);
        play.bank(line, Outcome.RETURNED);
        assertThat(play.bank(line, Outcome.RETURNED)).containsExactly(Applied.ALREADY);
        act(first.id().toString(), "reconciliation", MAKER, null)
                .statusCode(409)
                .body("errors[0].code", equalTo("RETURNED"));
        UUID corrected = play.account(pupil.student());

        // When
        Batch second = play.frozen(play.draft(Batch.Kind.REISSUE, pupil.school()));
        play.sent(second.id());
        var again = play.line(second.id(), pupil);
        play.bank(again, Outcome.SETTLED);

        // Then
        assertThat(again.accountId()).isEqualTo(corrected);
        assertThat(again.endToEndId()).isNotEqualTo(line.endToEndId());
        assertThat(again.reissueOf()).isEqualTo(line.id());
        assertThat(play.line(first.id(), pupil).state()).isEqualTo(LineState.REISSUED);
        for (UUID batch : List.of(first.id(), second.id())) {
            act(batch.toString(), "reconciliation", MAKER, null).statusCode(200);
            act(batch.toString(), "closure", CHECKER, null).statusCode(200);
        }
    }

    @Test
    void moneyThatCannotBePaidGoesBackByAnotherPersonsDecision() {
        // Given
        Approved pupil = play.payable();
        Batch batch = play.frozen(play.draft(pupil.school()));
        play.sent(batch.id());
        var line = play.line(batch.id(), pupil);
        play.bank(line, Outcome.RETURNED);
        String asked = request(MAKER)
                .body(Map.of("reason", "已转出本县"))
                .post("/api/v1/payment-lines/" + line.id() + "/write-backs")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // When
        ValidatableResponse own = request(
                        Tokens.of("maker").roles("aid-reviewer").token())
                .body(Map.of("approved", true))
                .post("/api/v1/write-backs/" + asked + "/decision")
                .then();
        ValidatableResponse others = request(CHECKER)
                .body(Map.of("approved", true))
                .post("/api/v1/write-backs/" + asked + "/decision")
                .then();

        // Then
        own.statusCode(422);
        others.statusCode(200);
        act(batch.id().toString(), "reconciliation", MAKER, null).statusCode(200);
        act(batch.id().toString(), "closure", CHECKER, null).statusCode(200);
    }

    @Test
    void moneyThatComesBackAfterTheClosingOpensTheBatchAgain() {
        // Given
        Approved pupil = play.payable();
        Batch batch = play.frozen(play.draft(pupil.school()));
        play.sent(batch.id());
        var line = play.line(batch.id(), pupil);
        play.bank(line, Outcome.SETTLED);
        act(batch.id().toString(), "reconciliation", MAKER, null).statusCode(200);
        act(batch.id().toString(), "closure", CHECKER, null).statusCode(200);

        // When
        List<Applied> late = play.bank(line, Outcome.RETURNED);

        // Then
        assertThat(late).containsExactly(Applied.DONE);
        assertThat(play.find(batch.id()).state()).isEqualTo(BatchState.PARTLY_PAID);
        assertThat(play.bank(line, Outcome.SETTLED)).containsExactly(Applied.ALREADY);
    }

    private ValidatableResponse created(String school) {
        return request(MAKER)
                .body(asked(school))
                .post("/api/v1/payment-batches")
                .then()
                .statusCode(201);
    }

    private static Map<String, Object> asked(String school) {
        return new HashMap<>(Map.of("programme", "CMP-03", "semester", "2019-spring", "schoolCode", school));
    }

    private static io.restassured.specification.RequestSpecification request(String token) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private static ValidatableResponse act(String batch, String act, String token, Map<String, ?> body) {
        var request = request(token).header("If-Match", "*");
        if (body != null) {
            request.body(body);
        }
        return request.post("/api/v1/payment-batches/" + batch + "/" + act).then();
    }

    private static ValidatableResponse get(String path, String token) {
        return given().auth().oauth2(token).get("/api/v1/" + path).then();
    }

    private static String fails(Runnable work) {
        try {
            BatchPlay.in(() -> {
                work.run();
                return null;
            });
            return "";
        } catch (RuntimeException e) {
            return Stream.iterate((Throwable) e, t -> t != null, Throwable::getCause)
                    .map(Throwable::getMessage)
                    .toList()
                    .toString();
        }
    }
}
