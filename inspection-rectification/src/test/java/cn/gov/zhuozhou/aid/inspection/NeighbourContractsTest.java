package cn.gov.zhuozhou.aid.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.testing.Contract;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The producers promise every field this service needs, and no state it would not understand. */
class NeighbourContractsTest {
    /** Service, event, fields that are never null, fields that may be, and what the state may say. */
    static Stream<Arguments> needs() {
        return Stream.of(
                Arguments.of(
                        "student-registry",
                        "StudentChanged",
                        List.of("studentId", "name", "schoolCode", "stage", "boarding", "enrolmentState"),
                        List.of("schoolName", "schoolTown"),
                        "enrolmentState",
                        List.of("IN_SCHOOL", "SUSPENDED", "TRANSFERRED", "LEFT", "GRADUATED")),
                Arguments.of(
                        "student-registry",
                        "EligibilityChanged",
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
                        "student-registry",
                        "SchoolAgePersonUnmatched",
                        List.of("taskId", "state"),
                        List.of("town", "village", "source"),
                        "state",
                        List.of("OPEN", "CLOSED")),
                Arguments.of(
                        "student-registry",
                        "NoticeClosed",
                        List.of("noticeId", "schoolCode"),
                        List.of(),
                        "state",
                        List.of()),
                Arguments.of(
                        "student-registry",
                        "OutOfAreaStudentChanged",
                        List.of("outOfAreaStudentId", "state", "escalated"),
                        List.of("town", "overdue"),
                        "overdue",
                        List.of("LETTER", "REPLY", "null")),
                Arguments.of(
                        "student-registry",
                        "ReverseCheckAnswered",
                        List.of("taskId", "state"),
                        List.of("answer", "town", "village", "source"),
                        "state",
                        List.of("ANSWERED", "SETTLED", "REOPENED")),
                Arguments.of(
                        "student-registry",
                        "FeedStale",
                        List.of("feedId", "state", "source", "limitDays"),
                        List.of("newestAsOf"),
                        "state",
                        List.of("FRESH", "STALE")),
                Arguments.of(
                        "aid-disbursement",
                        "AwardChanged",
                        List.of(
                                "awardId",
                                "studentId",
                                "semester",
                                "programme",
                                "form",
                                "payer",
                                "state",
                                "setOffFen",
                                "givenBackFen",
                                "decidedAt"),
                        List.of("programmeName", "amountFen"),
                        "state",
                        List.of("PROPOSED", "APPROVED", "SUSPENDED", "STOPPED")),
                Arguments.of(
                        "aid-disbursement",
                        "PaymentSettled",
                        List.of("lineId", "studentId", "semester", "programme", "amountFen", "settledOn"),
                        List.of("reissueOf"),
                        "state",
                        List.of()),
                Arguments.of(
                        "aid-disbursement",
                        "PaymentReturned",
                        List.of(
                                "lineId",
                                "studentId",
                                "semester",
                                "programme",
                                "amountFen",
                                "returnedOn",
                                "reissueDue"),
                        List.of("reissueOf"),
                        "state",
                        List.of()),
                Arguments.of(
                        "aid-disbursement",
                        "FeeReceiptChanged",
                        List.of("receiptId", "studentId", "semester", "fee", "number", "leftFen", "waivedBy"),
                        List.of(),
                        "fee",
                        List.of("TUITION", "BOARDING_FEE", "TEXTBOOKS", "MISC_FEE")),
                Arguments.of(
                        "accountability",
                        "AssignmentChanged",
                        List.of("assignmentId", "studentId", "state"),
                        List.of("personName", "post"),
                        "state",
                        List.of("PROPOSED", "ACTIVE", "ENDED", "GAP")));
    }

    @ParameterizedTest
    @MethodSource("needs")
    void everyFieldNeededIsRequiredAndEveryStateIsKnown(
            String service,
            String event,
            List<String> fields,
            List<String> nullable,
            String stateField,
            List<String> states) {
        // When
        Contract promised = Contract.of(service, event);

        // Then
        JsonNode properties = promised.schema().path("properties");
        assertThat(promised.required()).containsAll(fields).containsAll(nullable);
        assertThat(fields)
                .allSatisfy(field ->
                        assertThat(texts(properties.path(field).path("type"))).doesNotContain("null"));
        assertThat(states).containsAll(texts(properties.path(stateField).path("enum")));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }
}
