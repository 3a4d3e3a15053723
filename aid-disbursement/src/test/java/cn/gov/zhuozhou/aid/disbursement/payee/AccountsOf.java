package cn.gov.zhuozhou.aid.disbursement.payee;

import static io.restassured.RestAssured.given;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.RegistryStandIn;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Stage;
import cn.gov.zhuozhou.aid.disbursement.pupil.PupilChange;
import cn.gov.zhuozhou.aid.disbursement.pupil.Pupils;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** Made pupils with their families, and what is done with their accounts over REST. */
@ApplicationScoped
public class AccountsOf {
    public static final String CLERK = Tokens.clerk();
    public static final String REVIEWER = Tokens.reviewer();
    private static final AtomicLong NEXT = new AtomicLong(System.nanoTime() % 100_000_000L);
    private static final byte[] SCAN = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
            .getBytes(StandardCharsets.US_ASCII);

    /** A pupil on the roll with one guardian. */
    public record Family(
            UUID student, String name, String number, String guardian, String guardianNumber, String school) {
        Map<String, Object> proposal(String holder, String holderNumber, String account) {
            return new HashMap<>(Map.of(
                    "studentId", student,
                    "holderName", holder,
                    "holderIdentityNumber", holderNumber,
                    "bankCode", "103",
                    "accountNumber", account,
                    "reason", "首次采集"));
        }

        public Map<String, Object> own(String account) {
            return proposal(name, number, account);
        }

        public Map<String, Object> ofGuardian(String account) {
            return proposal(guardian, guardianNumber, account);
        }
    }

    @Inject
    Pupils pupils;

    @Inject
    Database database;

    @Inject
    AccountFollower follower;

    @Inject
    StaffConsumer staff;

    Family family() {
        return family(Stage.PRIMARY, "T" + NEXT.incrementAndGet());
    }

    public Family family(Stage stage, String school) {
        String guardian = "家长" + NEXT.incrementAndGet();
        return child(stage, school, guardian, person());
    }

    /** Another child of a guardian. */
    Family child(Stage stage, String school, String guardian, String guardianNumber) {
        UUID student = UUID.randomUUID();
        var family = new Family(student, "学生" + NEXT.incrementAndGet(), person(), guardian, guardianNumber, school);
        QuarkusTransaction.requiringNew()
                .run(() -> pupils.keep(
                        new PupilChange(
                                student,
                                family.name(),
                                school,
                                "某校",
                                "某镇",
                                stage,
                                3,
                                "1",
                                false,
                                "IN_SCHOOL",
                                null,
                                null),
                        1));
        RegistryStandIn.knows(student, family.name(), family.number(), Map.of("kind", "SELF"));
        RegistryStandIn.knows(
                student, guardian, guardianNumber, Map.of("kind", "GUARDIAN", "relation", "父亲", "legal", true));
        return family;
    }

    /** What the registry tells of a pupil after something about him changed. */
    void told(Family family, String enrolmentState, UUID mergedInto, int guardiansRevision) {
        QuarkusTransaction.requiringNew().run(() -> {
            pupils.keep(
                    new PupilChange(
                            family.student(),
                            family.name(),
                            family.school(),
                            "某校",
                            "某镇",
                            Stage.PRIMARY,
                            3,
                            "1",
                            false,
                            enrolmentState,
                            mergedInto,
                            guardiansRevision),
                    NEXT.incrementAndGet());
            follower.pupilChanged(family.student());
        });
    }

    /** A second record of a pupil, not joined with the first. */
    public Family sameAs(Family family) {
        Family other = child(Stage.SENIOR_HIGH, family.school(), family.guardian(), family.guardianNumber());
        var same = new Family(
                other.student(),
                family.name(),
                family.number(),
                family.guardian(),
                family.guardianNumber(),
                family.school());
        RegistryStandIn.knows(same.student(), same.name(), same.number(), Map.of("kind", "SELF"));
        return same;
    }

    /** A well-formed identity number of an area that is never issued; its check character is of no matter here. */
    static String person() {
        long one = NEXT.incrementAndGet();
        return "999999%d%02d%02d%04d"
                .formatted(1950 + one / 2_800_000 % 50, 1 + one / 280_000 % 10, 1 + one / 10_000 % 28, one % 10_000);
    }

    /** A card number whose last digit checks the others. */
    public static String card() {
        String body = "6200009" + "%011d".formatted(NEXT.incrementAndGet());
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = body.charAt(body.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return body + (10 - sum % 10) % 10;
    }

    /** What accountability tells of somebody who works at a school. */
    void staffTold(String name, String school) {
        String person = UUID.randomUUID().toString();
        String data = "{\"personId\":\"%s\",\"revision\":1,\"name\":\"%s\",\"schoolCodes\":[\"%s\"]}"
                .formatted(person, name, school);
        var one = new ConsumerRecord<>(
                "accountability.staff", 0, NEXT.incrementAndGet(), person, data.getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_type", StaffConsumer.STAFF,
                        "ce_source", "accountability",
                        "ce_subject", person,
                        "ce_time", "2019-03-04T00:00:00Z",
                        "ce_aidrevision", "1",
                        "content-type", "application/json")
                .forEach((header, text) -> one.headers().add(header, text.getBytes(StandardCharsets.UTF_8)));
        staff.on(new ConsumerRecords<>(Map.of(new TopicPartition(one.topic(), 0), List.of(one)), Map.of()));
    }

    ValidatableResponse propose(Map<String, Object> proposal) {
        return propose(proposal, CLERK);
    }

    ValidatableResponse propose(Map<String, Object> proposal, String token) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON)
                .body(proposal)
                .post("/api/v1/payees")
                .then();
    }

    JsonPath proposed(Map<String, Object> proposal) {
        return propose(proposal).statusCode(201).extract().jsonPath();
    }

    String prove(String account) {
        given().auth()
                .oauth2(CLERK)
                .header("Idempotency-Key", UUID.randomUUID())
                .header("Content-Disposition", "attachment; filename=\"card.pdf\"")
                .contentType("application/pdf")
                .body(SCAN)
                .post("/api/v1/payees/" + account + "/evidence")
                .then()
                .statusCode(201);
        return account;
    }

    ValidatableResponse act(String account, String act, Object body) {
        return act(account, act, body, REVIEWER);
    }

    ValidatableResponse act(String account, String act, Object body, String token) {
        var request = given().auth().oauth2(token).header("If-Match", "*").contentType(ContentType.JSON);
        if (body != null) {
            request.body(body);
        }
        return request.post("/api/v1/payees/" + account + "/" + act).then();
    }

    /** The account in force of a pupil: entered, proven, confirmed. */
    public String confirmed(Map<String, Object> proposal) {
        String id = prove(proposed(proposal).getString("account.id"));
        act(id, "confirmation", null).statusCode(200);
        return id;
    }

    /** The same, where another person accepts a flag raised about it. */
    public String confirmedDespite(String flag, Map<String, Object> proposal) {
        String id = prove(proposed(proposal).getString("account.id"));
        act(id, "flags/" + flag + "/decision", Map.of("decision", "ACCEPTED", "opinion", "已核对"))
                .statusCode(200);
        act(id, "confirmation", null).statusCode(200);
        return id;
    }

    /** An account that was proposed with a photo of its card, and refused. */
    public String withdrawn(Family family) {
        String id = prove(proposed(family.own(card())).getString("account.id"));
        act(id, "refusal", Map.of("reason", "卡号看不清")).statusCode(200);
        return id;
    }

    JsonPath show(String account) {
        return given().auth()
                .oauth2(Tokens.auditor())
                .get("/api/v1/payees/" + account)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    List<String> payable(Family family) {
        return database.list(
                "select account_id from payee_payable where student_id = :student",
                Map.of("student", family.student()),
                row -> row.getString(1));
    }
}
