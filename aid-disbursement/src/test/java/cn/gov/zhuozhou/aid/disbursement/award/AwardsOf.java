package cn.gov.zhuozhou.aid.disbursement.award;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What tests do and see: messages handed in as one poll, awards over REST, rows of books and outbox. */
@ApplicationScoped
class AwardsOf {
    @Inject
    RegistryConsumer consumer;

    @Inject
    InspectionConsumer inspection;

    @Inject
    Database database;

    void receive(ConsumerRecord<String, byte[]> message) {
        receive(List.of(message));
    }

    void receive(ConsumerRecord<String, byte[]> first, ConsumerRecord<String, byte[]> second) {
        receive(List.of(first, second));
    }

    void receive(List<ConsumerRecord<String, byte[]>> poll) {
        consumer.on(RegistryPupil.poll(poll));
    }

    void find(ConsumerRecord<String, byte[]> finding) {
        inspection.on(RegistryPupil.poll(List.of(finding)));
    }

    /** A pupil with a ruling, both told of. */
    RegistryPupil known(RegistryPupil pupil) {
        receive(pupil.pupilMessage(), pupil.rulingMessage());
        return pupil;
    }

    JsonPath list(RegistryPupil pupil) {
        return list(pupil, "2019-spring");
    }

    JsonPath list(RegistryPupil pupil, String semester) {
        return given().auth()
                .oauth2(Tokens.auditor())
                .get("/api/v1/awards?semester=" + semester + "&student=" + pupil.id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    JsonPath only(RegistryPupil pupil) {
        List<String> ids = list(pupil).getList("items.id");
        if (ids.size() != 1) {
            throw new AssertionError("expected one award, found " + ids.size());
        }
        return one(ids.getFirst());
    }

    JsonPath one(String id) {
        return given().auth()
                .oauth2(Tokens.auditor())
                .get("/api/v1/awards/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    Response approve(JsonPath award, String token) {
        return given().auth()
                .oauth2(token)
                .header("If-Match", "\"" + award.getLong("revision") + "\"")
                .post("/api/v1/awards/" + award.getString("id") + "/approval");
    }

    /** Asks for the approval of a school's proposed awards and waits until it is done. */
    JsonPath approveAll(String school, String token) {
        String run = given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"semester\": \"2019-spring\", \"schoolCode\": \"" + school + "\"}")
                .post("/api/v1/awards/approvals")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> given().auth().oauth2(token).get(run).jsonPath(), json -> json.get("finishedAt") != null);
    }

    Response reopen(JsonPath award, String token) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .header("If-Match", "\"" + award.getLong("revision") + "\"")
                .body("{\"reason\": \"金额需复核\"}")
                .post("/api/v1/awards/" + award.getString("id") + "/reopening");
    }

    List<String> events(RegistryPupil pupil) {
        return strings("select payload from outbox where event_key = '" + pupil.id + "' and topic = '"
                + AwardChanged.TOPIC + "' order by id");
    }

    /** Lines "account direction fen" of everything booked for an award. */
    List<String> booked(String awardId) {
        return strings("select e.account || ' ' || e.direction || ' ' || e.amount_fen from ledger_entry e"
                + " join ledger_transaction t on t.id = e.transaction_id where t.subject = '"
                + UUID.fromString(awardId) + "' order by e.id");
    }

    List<String> strings(String sql) {
        return database.list(sql, Map.of(), row -> row.getString(1));
    }
}
