package cn.gov.zhuozhou.aid.disbursement.award;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.notNullValue;

import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@DisbursementTest
class UnreadableMessageTest {
    private static final int POLLED = 2_000;

    @Inject
    AwardsOf awards;

    @Test
    void oneUnreadableMessageInAPollOfTwoThousandCostsOneMessage() {
        // Given
        String school = "U" + UUID.randomUUID().toString().substring(0, 9);
        List<ConsumerRecord<String, byte[]>> poll = new ArrayList<>();
        for (int i = 0; i < POLLED - 1; i++) {
            poll.add(new RegistryPupil().is("schoolCode", school).pupilMessage());
        }
        poll.add(1_000, unreadable(UUID.randomUUID(), "{\"studentId\": \"nobody\"}"));

        // When
        awards.receive(poll);

        // Then
        assertThat(awards.strings("select count(*) from pupil where school_code = '" + school + "'"))
                .containsExactly("1999");
        assertThat(awards.strings("select count(*) from dead_letter where record_offset = "
                        + poll.get(1_000).offset()))
                .containsExactly("1");
    }

    @Test
    void anUnknownStageIsKeptAsADeadLetterAndAnAdministratorMayReplayIt() {
        // Given
        var message = new RegistryPupil().is("stage", "KINDERGARTEN").pupilMessage();
        awards.receive(message);
        String letter = awards.strings("select id from dead_letter where record_offset = " + message.offset())
                .getFirst();

        // When
        var replayed = given().auth().oauth2(Tokens.administrator()).post("/api/v1/dead-letters/" + letter + "/replay");

        // Then
        replayed.then().statusCode(409).body("detail", notNullValue());
    }

    @Test
    void anIdentifiedPupilWithoutALevelCannotBeRead() {
        // Given
        var message = new RegistryPupil().ruled("level", null).rulingMessage();

        // When
        awards.receive(message);

        // Then
        assertThat(awards.strings("select reason from dead_letter where record_offset = " + message.offset()))
                .hasSize(1);
    }

    private static ConsumerRecord<String, byte[]> unreadable(UUID student, String value) {
        return RegistryPupil.message(
                "student-registry.student",
                RegistryConsumer.STUDENT,
                student.toString(),
                student,
                1,
                value.getBytes(StandardCharsets.UTF_8));
    }
}
