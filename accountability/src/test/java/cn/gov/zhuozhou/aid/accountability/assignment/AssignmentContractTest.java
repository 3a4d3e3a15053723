package cn.gov.zhuozhou.aid.accountability.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.accountability.assignment.StateTransitions.Occasion;
import cn.gov.zhuozhou.aid.accountability.assignment.choice.Choice;
import cn.gov.zhuozhou.aid.chassis.testing.Contract;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AssignmentContractTest {
    private static final Contract CONTRACT = Contract.own("AssignmentChanged");
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void everyExampleFits() {
        assertThat(CONTRACT.examples())
                .allSatisfy(example -> assertThat(CONTRACT.faults(example)).isEmpty());
    }

    @Test
    void anExampleStandsForEachState() throws IOException {
        Set<String> shown = new HashSet<>();
        for (String example : CONTRACT.examples()) {
            shown.add(json.readTree(example).get("state").asText());
        }
        assertThat(shown).containsExactlyInAnyOrderElementsOf(names(State.values()));
    }

    @Test
    void everyReasonTheCodeGivesIsInTheContract() {
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
        JsonNode schema = CONTRACT.schema();

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
