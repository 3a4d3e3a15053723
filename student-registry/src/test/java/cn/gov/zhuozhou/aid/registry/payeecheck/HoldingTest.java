package cn.gov.zhuozhou.aid.registry.payeecheck;

import static cn.gov.zhuozhou.aid.registry.payeecheck.Holding.Kind.GUARDIAN;
import static cn.gov.zhuozhou.aid.registry.payeecheck.Holding.Kind.NONE;
import static cn.gov.zhuozhou.aid.registry.payeecheck.Holding.Kind.SELF;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HoldingTest {
    private static final Path CONTRACT = Path.of("src/main/resources/contract/payee-checks");

    private final ObjectMapper json = new ObjectMapper();
    private final UUID student = UUID.randomUUID();
    private final UUID pupilNumber = UUID.randomUUID();
    private final UUID fatherNumber = UUID.randomUUID();
    private final List<Holding.Known> people = List.of(
            new Holding.Known(SELF, "林小木", pupilNumber, null, null),
            new Holding.Known(GUARDIAN, "林大木", fatherNumber, "父亲", true),
            new Holding.Known(GUARDIAN, "方小禾", null, "母亲", true),
            new Holding.Known(GUARDIAN, null, null, null, null));

    @Test
    @DisplayName("A10: the pupil and a registered guardian may hold the account, however their names are spaced")
    void pupilAndGuardian() {
        assertThat(Holding.of(student, people, "林 小木", pupilNumber))
                .isEqualTo(new Holding(student, SELF, null, null, null, null));
        assertThat(Holding.of(student, people, "林大木", fatherNumber))
                .isEqualTo(new Holding(student, GUARDIAN, "父亲", true, null, null));
    }

    @Test
    @DisplayName("A10: nobody else may, and the reason is said")
    void nobodyElse() {
        assertThat(Holding.of(student, people, "路人", UUID.randomUUID()).reason())
                .isEqualTo(Holding.Reason.STRANGER);
        assertThat(Holding.of(student, people, "路人", fatherNumber))
                .isEqualTo(new Holding(student, NONE, null, null, Holding.Reason.NAME_DIFFERS, null));
        assertThat(Holding.of(student, people, "方小禾", UUID.randomUUID()).reason())
                .isEqualTo(Holding.Reason.NUMBER_NOT_ON_ROLL);
        assertThat(Holding.of(student, people, "林大木", null).reason()).isEqualTo(Holding.Reason.NUMBER_NOT_VALID);
        assertThat(Holding.of(student, people, "", UUID.randomUUID()).reason()).isEqualTo(Holding.Reason.STRANGER);
    }

    @Test
    void theGoldenAnswerAndQuestionAreTheOnesOfThisService() throws IOException {
        JsonNode answer = json.readTree(CONTRACT.resolve("answer.json").toFile());
        JsonNode request = json.readTree(CONTRACT.resolve("request.json").toFile());

        var readAnswer = json.treeToValue(answer, PayeeCheckResource.CheckView.class);
        var readRequest = json.treeToValue(request, PayeeCheckResource.CheckRequest.class);

        assertThat(json.<JsonNode>valueToTree(readAnswer)).isEqualTo(answer);
        assertThat(readAnswer.entries().stream().map(Holding::kind))
                .containsExactly(SELF, GUARDIAN, NONE, Holding.Kind.UNKNOWN_PUPIL);
        assertThat(readRequest.entries()).hasSize(4).noneMatch(entry -> entry.holderName() == null);
        assertThat(readRequest.entries().get(1).studentNumber()).isEqualTo("STUDENT-NUMBER");
        assertThat(readRequest.entries())
                .allSatisfy(entry -> assertThat(entry.toString()).doesNotContain("HOLDER"));
    }
}
