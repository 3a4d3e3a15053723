package cn.gov.zhuozhou.aid.accountability.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.accountability.assignment.StateTransitions.Occasion;
import cn.gov.zhuozhou.aid.accountability.assignment.choice.Choice;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AssignmentContractTest {
    private static final Path CONTRACT = Path.of("src/main/resources/contract");
    private final ObjectMapper json = new ObjectMapper();

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(CONTRACT.resolve("examples"))) {
            return files.toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleFits(Path example) throws IOException {
        assertThat(AssignmentContract.violations(json.readTree(Files.readString(example))))
                .isEmpty();
    }

    @Test
    void anExampleStandsForEachState() throws IOException {
        Set<String> shown = new HashSet<>();
        for (Path example : examples().toList()) {
            shown.add(json.readTree(Files.readString(example)).get("state").asText());
        }
        assertThat(shown).containsExactlyInAnyOrderElementsOf(names(State.values()));
    }

    @Test
    void everyReasonTheCodeGivesIsInTheContract() throws IOException {
        // Given
        Set<String> given = new HashSet<>(names(Choice.Ground.values()));
        given.addAll(names(Choice.Lack.values()));
        given.add(Responsible.BY_HAND);
        given.addAll(Set.of(
                Occasion.NO_LONGER_AIDED.name(),
                Occasion.TRANSFERRED.name(),
                Occasion.PERSON_LEFT.name(),
                Occasion.REPLACED.name()));

        // When
        JsonNode schema = json.readTree(Files.readString(CONTRACT.resolve("AssignmentChanged.v1.schema.json")));

        // Then
        Set<String> allowed = new HashSet<>();
        schema.at("/properties/reason/enum").forEach(r -> allowed.add(r.asText()));
        assertThat(allowed).isEqualTo(given);
    }

    private static Set<String> names(Enum<?>[] values) {
        Set<String> names = new HashSet<>();
        for (Enum<?> value : values) {
            names.add(value.name());
        }
        return names;
    }
}
