package cn.gov.zhuozhou.aid.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The producers promise every field this service needs, and no state it would not understand. */
class NeighbourContractsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Contract, fields that are never null, fields that may be, and what the state may say. */
    static Stream<Arguments> needs() {
        return Stream.of(
                Arguments.of(
                        "student-registry/StudentChanged.v1",
                        List.of("studentId", "name", "schoolCode", "stage", "boarding", "enrolmentState"),
                        List.of("schoolName", "schoolTown"),
                        "enrolmentState",
                        List.of("IN_SCHOOL", "SUSPENDED", "TRANSFERRED", "LEFT", "GRADUATED")),
                Arguments.of(
                        "student-registry/EligibilityChanged.v1",
                        List.of("identificationId", "studentId", "semester", "state", "identified", "validBasis"),
                        List.of(),
                        "state",
                        List.of(
                                "PROPOSED",
                                "REVIEWED",
                                "ON_NOTICE",
                                "EFFECTIVE",
                                "REJECTED",
                                "WITHDRAWN",
                                "AWAITING_DECISION")),
                Arguments.of(
                        "student-registry/SchoolAgePersonUnmatched.v1",
                        List.of("taskId", "state"),
                        List.of("town", "village", "source"),
                        "state",
                        List.of("OPEN", "CLOSED")),
                Arguments.of(
                        "student-registry/FeedStale.v1",
                        List.of("feedId", "state", "source", "limitDays"),
                        List.of("newestAsOf"),
                        "state",
                        List.of("FRESH", "STALE")),
                Arguments.of(
                        "aid-disbursement/AwardChanged.v1",
                        List.of("awardId", "studentId", "semester", "programme", "state"),
                        List.of("programmeName"),
                        "state",
                        List.of("PROPOSED", "APPROVED", "SUSPENDED", "STOPPED")),
                Arguments.of(
                        "accountability/AssignmentChanged.v1",
                        List.of("assignmentId", "studentId", "state"),
                        List.of("personName", "post"),
                        "state",
                        List.of("PROPOSED", "ACTIVE", "ENDED", "GAP")));
    }

    @ParameterizedTest
    @MethodSource("needs")
    void everyFieldNeededIsRequiredAndEveryStateIsKnown(
            String contract, List<String> fields, List<String> nullable, String stateField, List<String> states)
            throws IOException {
        // Given
        int slash = contract.indexOf('/');
        Path schema = Path.of("..", contract.substring(0, slash), "src/main/resources/contract")
                .resolve(contract.substring(slash + 1) + ".schema.json");
        assumeTrue(Files.exists(schema), () -> schema + " is not there yet");

        // When
        JsonNode promised = JSON.readTree(schema.toFile());

        // Then
        assertThat(texts(promised.path("required"))).containsAll(fields).containsAll(nullable);
        assertThat(fields)
                .allSatisfy(field -> assertThat(
                                texts(promised.path("properties").path(field).path("type")))
                        .doesNotContain("null"));
        JsonNode stateEnum = promised.path("properties").path(stateField).path("enum");
        assertThat(states).containsAll(texts(stateEnum));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }
}
