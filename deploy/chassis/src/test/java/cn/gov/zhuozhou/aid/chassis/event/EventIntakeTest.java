package cn.gov.zhuozhou.aid.chassis.event;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import cn.gov.zhuozhou.aid.chassis.ChassisTest;
import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Database.RowReader;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

@ChassisTest
class EventIntakeTest {
    record Thing(int n) {}

    @Inject
    EventIntake intake;

    @Inject
    Database database;

    @Inject
    MeterRegistry meters;

    @Inject
    FieldCrypto crypto;

    private final String consumer = "intake-test-" + UUID.randomUUID();
    private final List<Integer> handled = new ArrayList<>();

    @Test
    void oneUnreadableMessageInTwoThousandCostsOneMessage() {
        // Given
        List<ConsumerRecord<String, byte[]>> polled = new ArrayList<>();
        for (int n = 0; n < 2_000; n++) {
            polled.add(message(n, n == 1_234 ? "not JSON at all" : "{\"n\":" + n + "}"));
        }

        // When
        intake.take(records(polled), routes(this::handle));

        // Then
        assertThat(countInbox()).isEqualTo(1_999);
        assertThat(handled).contains(1_233, 1_235).doesNotContain(1_234);
        assertThat(letters()).containsExactly("the value must be JSON");
    }

    @Test
    void aRepeatedMessageIsHandledOnce() {
        // Given
        var message = message(1, "{\"n\":1}");
        intake.take(records(List.of(message)), routes(this::handle));

        // When
        intake.take(records(List.of(message, message)), routes(this::handle));

        // Then
        assertThat(handled).containsExactly(1);
    }

    @Test
    void whatFailsForATimeIsTriedAgainInPlaceAndKeepsItsOrder() {
        // Given
        var failures = new AtomicInteger(3);
        EventRoutes routes = routes(event -> {
            if (event.data().n() == 2 && failures.getAndDecrement() > 0) {
                throw new IllegalStateException("the database is away");
            }
            handle(event);
        });
        handled.clear();

        // When
        intake.take(
                records(List.of(message(1, "{\"n\":1}"), message(2, "{\"n\":2}"), message(3, "{\"n\":3}"))), routes);

        // Then
        assertThat(handled.subList(handled.size() - 3, handled.size())).containsExactly(1, 2, 3);
        assertThat(countInbox()).isEqualTo(3);
        assertThat(letters()).isEmpty();
    }

    @Test
    void aTypeNobodyAskedForIsPassedOver() {
        // When
        intake.take(records(List.of(message(1, "{\"n\":1}"))), EventRoutes.of(consumer));

        // Then
        assertThat(letters()).isEmpty();
        assertThat(countInbox()).isZero();
    }

    @Test
    void aMessageWithoutATypeIsADeadLetterAndItsContentIsKeptEncrypted() {
        // Given
        var bare = new ConsumerRecord<>("things", 0, 77L, "k", "{\"secret\":1}".getBytes(UTF_8));

        // When
        intake.take(records(List.of(bare)), routes(this::handle));

        // Then
        assertThat(letters()).containsExactly("header ce_type is missing");
        byte[] kept = payloadOfOnlyLetter();
        assertThat(new String(kept, UTF_8)).doesNotContain("secret");
        assertThat(crypto.decrypt(kept)).isEqualTo("{\"secret\":1}");
    }

    @Test
    void anAdministratorReplaysAMessageOnceItsCauseIsMended() {
        // Given
        var mended = new AtomicInteger();
        EventRoutes routes = routes(event -> {
            if (mended.get() == 0) {
                throw new UnreadableMessage("the code set lacks this value");
            }
            handle(event);
        });
        intake.take(records(List.of(message(5, "{\"n\":5}"))), routes);
        handled.clear();
        mended.set(1);
        String id = idOfOnlyLetter();

        // When
        var answer = given().auth().oauth2(Tokens.administrator()).post("/api/v1/dead-letters/" + id + "/replay");

        // Then
        answer.then().statusCode(200).body("id", equalTo(id));
        assertThat(handled).containsExactly(5);
        given().auth()
                .oauth2(Tokens.administrator())
                .post("/api/v1/dead-letters/" + id + "/replay")
                .then()
                .statusCode(409);
    }

    @Test
    void lettersThatWaitAreCounted() {
        // Given
        double before = meters.get("aid.dead.letters.waiting").gauge().value();

        // When
        intake.take(records(List.of(new ConsumerRecord<>("things", 0, 78L, "k", new byte[0]))), routes(this::handle));

        // Then
        assertThat(meters.get("aid.dead.letters.waiting").gauge().value()).isEqualTo(before + 1);
    }

    @Test
    void onlyAnAdministratorOfTheBureauSeesDeadLetters() {
        given().get("/api/v1/dead-letters").then().statusCode(401);
        given().auth().oauth2(Tokens.clerk()).get("/api/v1/dead-letters").then().statusCode(403);
        given().auth()
                .oauth2(Tokens.administrator("school:1"))
                .get("/api/v1/dead-letters")
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(Tokens.administrator())
                .get("/api/v1/dead-letters")
                .then()
                .statusCode(200);
    }

    @Test
    void workOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> new Inbox().firstTimes(consumer, List.of("1")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void eventsHandledTogetherComeInTheirOrderAndARepeatedOneOnce() {
        // Given
        List<List<Integer>> handledTogether = new ArrayList<>();
        EventRoutes routes = EventRoutes.of(consumer)
                .onAll(
                        "test.Thing.v1",
                        json -> json.path("n").asInt(),
                        events -> handledTogether.add(
                                events.stream().map(IncomingEvent::data).toList()))
                .on(
                        "test.Other.v1",
                        Thing.class,
                        event -> handledTogether.add(List.of(-event.data().n())));
        var second = message(2, "{\"n\":2}");

        // When
        intake.take(
                records(List.of(
                        message(1, "{\"n\":1}"), second, second, other(3, "{\"n\":3}"), message(4, "{\"n\":4}"))),
                routes);

        // Then
        assertThat(handledTogether).containsExactly(List.of(1, 2), List.of(-3), List.of(4));
        assertThat(countInbox()).isEqualTo(4);
    }

    @Test
    void ofEventsHandledTogetherOneThatFailsForItsContentCostsItself() {
        // Given
        List<Integer> kept = new ArrayList<>();
        EventRoutes routes = EventRoutes.of(consumer).onAll("test.Thing.v1", EventIntakeTest::evenOnly, events -> {
            if (events.size() > 1 && events.stream().anyMatch(event -> event.data() == 4)) {
                throw new UnreadableMessage("four is not wanted in company");
            }
            events.forEach(event -> kept.add(event.data()));
        });

        // When
        intake.take(
                records(List.of(
                        message(2, "{\"n\":2}"),
                        message(3, "{\"n\":3}"),
                        message(4, "{\"n\":4}"),
                        message(6, "{\"n\":6}"))),
                routes);

        // Then
        assertThat(kept).containsExactly(2, 4, 6);
        assertThat(letters()).containsExactly("n must be even");
    }

    private static int evenOnly(com.fasterxml.jackson.databind.JsonNode json) {
        int n = json.path("n").asInt();
        if (n % 2 != 0) {
            throw new UnreadableMessage("n must be even");
        }
        return n;
    }

    private EventRoutes routes(java.util.function.Consumer<IncomingEvent<Thing>> handler) {
        return EventRoutes.of(consumer).on("test.Thing.v1", Thing.class, handler);
    }

    private void handle(IncomingEvent<Thing> event) {
        handled.add(event.data().n());
    }

    private ConsumerRecord<String, byte[]> message(int n, String json) {
        return message(n, json, "test.Thing.v1");
    }

    private ConsumerRecord<String, byte[]> other(int n, String json) {
        return message(n, json, "test.Other.v1");
    }

    private ConsumerRecord<String, byte[]> message(int n, String json, String type) {
        var message = new ConsumerRecord<>("things", 0, (long) n, "k", json.getBytes(UTF_8));
        message.headers().add("ce_type", type.getBytes(UTF_8));
        message.headers().add("ce_id", (consumer + n).getBytes(UTF_8));
        return message;
    }

    private static ConsumerRecords<String, byte[]> records(List<ConsumerRecord<String, byte[]>> list) {
        return new ConsumerRecords<>(Map.of(new TopicPartition("things", 0), list), Map.of());
    }

    private long countInbox() {
        return database.number("select count(*) from inbox where consumer = :consumer", Map.of("consumer", consumer));
    }

    private List<String> letters() {
        return letters("reason", row -> row.getString(1));
    }

    private String idOfOnlyLetter() {
        return letters("id::text", row -> row.getString(1)).getFirst();
    }

    private byte[] payloadOfOnlyLetter() {
        return letters("payload", row -> row.getBytes(1)).getFirst();
    }

    private <T> List<T> letters(String column, RowReader<T> reader) {
        return database.list(
                "select " + column + " from dead_letter where consumer = :consumer",
                Map.of("consumer", consumer),
                reader);
    }
}
