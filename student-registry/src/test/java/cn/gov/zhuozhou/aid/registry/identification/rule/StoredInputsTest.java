package cn.gov.zhuozhou.aid.registry.identification.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rulings as they were once stored: they must be readable and come out the same for ever. Golden files are only added. */
class StoredInputsTest {
    private static final JsonMapper JSON = new JsonMapper();

    static Stream<String> golden() {
        return Stream.of(
                "carried-sticky",
                "removed",
                "level-changed",
                "decision-needed",
                "reevaluated",
                "school-judged",
                "revoked");
    }

    @ParameterizedTest
    @MethodSource("golden")
    void aStoredRulingComesOutTheSame(String name) throws IOException {
        // Given
        JsonNode stored = JSON.readTree(getClass().getResourceAsStream("/rulings/2019-spring.1." + name + ".json"));
        PupilFacts facts = JSON.treeToValue(stored.get("inputs"), PupilFacts.class);
        // When
        Decision decision = Evaluation.of(facts, SeededRules.SPRING_2019);
        // Then
        assertThat(JSON.<JsonNode>valueToTree(decision)).isEqualTo(stored.get("decision"));
    }
}
