package cn.gov.zhuozhou.aid.disbursement.award;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What this service tells keeps to its own contract. */
@DisbursementTest
class AwardContractTest {
    private static final Path CONTRACT = Path.of("src/main/resources/contract");

    @Inject
    AwardsOf awards;

    @Test
    void everyEventTheServiceMakesKeepsToTheSchema() throws IOException {
        // Given
        var pupil = awards.known(new RegistryPupil().is("stage", "SENIOR_HIGH"));
        for (String id : awards.list(pupil).getList("items.id", String.class)) {
            awards.approve(awards.one(id), Tokens.reviewer()).then().statusCode(200);
        }
        awards.receive(pupil.ruled("REMOVED", "PROPOSED", true).rulingMessage());
        awards.receive(pupil.ruled("REMOVED", "EFFECTIVE", false)
                .ruled("rulingId", null)
                .rulingMessage());

        // When
        List<String> told = awards.events(pupil);

        // Then
        assertThat(told).hasSize(8);
        assertThat(told).allSatisfy(event -> assertThat(faults(event)).isEmpty());
        assertThat(told).noneMatch(event -> event.matches(".*[^0-9a-f-]\\d{17}[0-9Xx].*"));
    }

    @Test
    void everyExampleKeepsToTheSchema() throws IOException {
        try (var examples = Files.list(CONTRACT.resolve("examples"))) {
            for (Path example : examples.toList()) {
                assertThat(faults(Files.readString(example)))
                        .as(example.toString())
                        .isEmpty();
            }
        }
    }

    private static Set<ValidationMessage> faults(String event) throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(CONTRACT.resolve("AwardChanged.v1.schema.json")));
        return schema.validate(
                event, InputFormat.JSON, c -> c.getExecutionConfig().setFormatAssertionsEnabled(true));
    }
}
