package cn.gov.zhuozhou.aid.disbursement.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import cn.gov.zhuozhou.aid.chassis.testing.Contract;
import cn.gov.zhuozhou.aid.disbursement.pupil.PupilChange;
import cn.gov.zhuozhou.aid.disbursement.pupil.SchoolChange;
import cn.gov.zhuozhou.aid.disbursement.recovery.RecoveryAsked;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What this service needs of others' events is promised by their contracts, in this same build. */
class NeighbourContractsTest {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    static Stream<Arguments> events() {
        return Stream.of(
                Arguments.of(
                        "student-registry",
                        "StudentChanged",
                        PupilChange.class,
                        List.of(
                                "studentId",
                                "name",
                                "schoolCode",
                                "schoolName",
                                "schoolTown",
                                "stage",
                                "grade",
                                "className",
                                "boarding",
                                "enrolmentState")),
                Arguments.of(
                        "student-registry",
                        "SchoolChanged",
                        SchoolChange.class,
                        List.of("schoolCode", "name", "stage", "town")),
                Arguments.of(
                        "student-registry",
                        "EligibilityChanged",
                        EligibilityChange.class,
                        List.of(
                                "identificationId",
                                "studentId",
                                "semester",
                                "result",
                                "state",
                                "identified",
                                "level",
                                "categories",
                                "fourCategory",
                                "validBasis",
                                "rulingId",
                                "noticeId")),
                Arguments.of(
                        "student-registry",
                        "RecoveryAsked",
                        RecoveryAsked.class,
                        List.of(
                                "recoveryId",
                                "studentId",
                                "fromSemester",
                                "toSemester",
                                "reason",
                                "legalBasis",
                                "askedOn")),
                Arguments.of(
                        "inspection-rectification",
                        "FindingChanged",
                        FindingChange.class,
                        List.of("findingId", "code", "state", "studentId", "semester", "confirmedAt", "reasons")));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("events")
    void everyFieldReadIsPromised(String service, String event, Class<?> type, List<String> fields) {
        assertThat(Contract.of(service, event).required()).containsAll(fields);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("events")
    void everyExampleCanBeRead(String service, String event, Class<?> type, List<String> fields) {
        ObjectReader reader = JSON.readerFor(type).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

        assertThat(Contract.of(service, event).examples())
                .allSatisfy(example ->
                        assertThatCode(() -> reader.readValue(example)).doesNotThrowAnyException());
    }
}
