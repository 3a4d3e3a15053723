package cn.gov.zhuozhou.aid.disbursement.payee;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.testing.Contract;
import cn.gov.zhuozhou.aid.disbursement.payee.rule.AccountFacts;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What this service asks the registry and reads of accountability, held against what those promise in the same build. */
class PayeeContractTest {
    private static final Path CHECKS = Path.of("..", "student-registry", "src/main/resources/contract/payee-checks");
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Test
    void theQuestionIsTheGoldenOne() throws IOException {
        JsonNode golden = JSON.readTree(CHECKS.resolve("request.json").toFile());

        var question = new Registry.Question(List.of(
                new Holder.Asked(UUID.fromString("0195a0c2-4b1e-7c55-9d3f-5a0f6f1c2b01"), null, "某学生", "HOLDER-1"),
                new Holder.Asked(null, "STUDENT-NUMBER", "某家长", "HOLDER-2"),
                new Holder.Asked(UUID.fromString("0195a0c2-4b1e-7c55-9d3f-5a0f6f1c2b03"), null, "路人", "HOLDER-3"),
                new Holder.Asked(UUID.fromString("0195a0c2-4b1e-7c55-9d3f-5a0f6f1c2b04"), null, "路人", "HOLDER-4")));

        assertThat(JSON.<JsonNode>valueToTree(question)).isEqualTo(golden);
    }

    @Test
    void theGoldenAnswerIsUnderstood() throws IOException {
        Registry.Answer answer = JSON.readValue(CHECKS.resolve("answer.json").toFile(), Registry.Answer.class);

        assertThat(answer.entries().stream().map(Holder::fact))
                .containsExactly(
                        AccountFacts.Holder.SELF,
                        AccountFacts.Holder.GUARDIAN,
                        AccountFacts.Holder.STRANGER,
                        AccountFacts.Holder.UNKNOWN_PUPIL);
        assertThat(answer.entries().get(1).legal()).isTrue();
        assertThat(answer.entries().get(3).studentId()).isNull();
    }

    @Test
    void whatIsReadOfStaffIsPromised() throws IOException {
        Contract staff = Contract.of("accountability", "StaffChanged");

        assertThat(staff.required()).contains("personId", "name", "schoolCodes");
        for (String example : staff.examples()) {
            assertThat(JSON.readValue(example, StaffChange.class).name()).isNotBlank();
        }
    }
}
