package cn.gov.zhuozhou.aid.disbursement.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import cn.gov.zhuozhou.aid.disbursement.pupil.PupilChange;
import cn.gov.zhuozhou.aid.disbursement.recovery.RecoveryAsked;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What this service needs of the registry's events is promised by the registry's contracts, in this same build. */
class RegistryContractTest {
    private static final Path CONTRACT = Path.of("../student-registry/src/main/resources/contract");
    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "studentId",
                "name",
                "schoolCode",
                "schoolName",
                "schoolTown",
                "stage",
                "grade",
                "className",
                "boarding",
                "enrolmentState"
            })
    void thePupilsEventPromises(String field) throws IOException {
        assertThat(required("StudentChanged")).contains(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
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
                "rulingId"
            })
    void theRulingsEventPromises(String field) throws IOException {
        assertThat(required("EligibilityChanged")).contains(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"recoveryId", "studentId", "fromSemester", "toSemester", "reason", "legalBasis", "askedOn"})
    void theRecoverysEventPromises(String field) throws IOException {
        assertThat(required("RecoveryAsked")).contains(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"StudentChanged", "EligibilityChanged", "RecoveryAsked"})
    void everyExampleOfTheRegistryCanBeRead(String event) throws IOException {
        Class<?> type = switch (event) {
            case "StudentChanged" -> PupilChange.class;
            case "EligibilityChanged" -> EligibilityChange.class;
            default -> RecoveryAsked.class;
        };
        ObjectReader reader = JSON.readerFor(type).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        try (var files = Files.list(CONTRACT.resolve("examples"))) {
            List<Path> examples = files.filter(f -> f.getFileName().toString().startsWith(event))
                    .toList();

            assertThat(examples).isNotEmpty();
            assertThat(examples)
                    .allSatisfy(example -> assertThatCode(() -> reader.readValue(example.toFile()))
                            .doesNotThrowAnyException());
        }
    }

    private static List<String> required(String event) throws IOException {
        var schema = JSON.readTree(CONTRACT.resolve(event + ".v1.schema.json").toFile());
        return JSON.convertValue(
                schema.get("required"), JSON.getTypeFactory().constructCollectionType(List.class, String.class));
    }
}
