package cn.gov.zhuozhou.aid.disbursement.award;

import static io.restassured.RestAssured.given;

import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What tests do and see: messages handed in as one poll, awards over REST, rows of books and outbox. */
@ApplicationScoped
class AwardsOf {
    @Inject
    RegistryConsumer consumer;

    @Inject
    DataSource dataSource;

    void receive(ConsumerRecord<String, byte[]> message) {
        receive(List.of(message));
    }

    void receive(ConsumerRecord<String, byte[]> first, ConsumerRecord<String, byte[]> second) {
        receive(List.of(first, second));
    }

    void receive(List<ConsumerRecord<String, byte[]>> poll) {
        consumer.on(RegistryPupil.poll(poll));
    }

    /** A pupil with a ruling, both told of. */
    RegistryPupil known(RegistryPupil pupil) {
        receive(pupil.pupilMessage(), pupil.rulingMessage());
        return pupil;
    }

    JsonPath list(RegistryPupil pupil) {
        return given().auth()
                .oauth2(Tokens.auditor())
                .get("/api/v1/awards?semester=2019-spring&student=" + pupil.id)
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

    List<String> events(RegistryPupil pupil) {
        return strings("select payload from outbox where event_key = '" + pupil.id + "' and topic = '"
                + AwardChanged.TOPIC + "' order by id");
    }

    /** Lines "account direction fen" of everything booked for an award. */
    List<String> booked(String awardId) {
        return strings("select e.account || ' ' || e.direction || ' ' || e.amount_fen from ledger_entry e"
                + " join ledger_transaction t on t.id = e.transaction_id where t.award_id = '"
                + UUID.fromString(awardId) + "' order by e.id");
    }

    List<String> strings(String sql) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
