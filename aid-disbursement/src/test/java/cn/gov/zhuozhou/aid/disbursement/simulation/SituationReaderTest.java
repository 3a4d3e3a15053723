package cn.gov.zhuozhou.aid.disbursement.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Level;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Stage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SituationReaderTest {
    private static final String PUPIL = """
            {"studentId": "%s", "semester": "2019-spring", "identified": true, "level": "SEVERE", "categories": [], "stage": "JUNIOR",
             "boarding": false, "schoolCode": "S1", "moreThanWeRead": 1}""".replace("\n", "");

    private final SituationReader reader = new SituationReader(new ObjectMapper());
    private final List<Situation> read = new ArrayList<>();

    /** The registry promises this file in its own build. */
    @Test
    void theListOfTheRegistryIsReadAsItServesIt() throws IOException {
        // When
        Asked asked = read(Files.readString(
                Path.of("..", "student-registry", "src/main/resources/contract/what-if-situations.json")));

        // Then
        assertThat(asked.whatIf()).isEqualTo(UUID.fromString("0195d2a0-0000-7000-8000-000000000001"));
        assertThat(read)
                .containsExactly(
                        new Situation(
                                UUID.fromString("0195d2a0-0000-7000-8000-0000000000a1"),
                                Semester.parse("2019-spring"),
                                true,
                                Level.SEVERE,
                                Set.of("REG_POOR", "DIBAO_R"),
                                Stage.PRIMARY,
                                null,
                                true,
                                "3130600001",
                                null),
                        new Situation(
                                UUID.fromString("0195d2a0-0000-7000-8000-0000000000a2"),
                                Semester.parse("2019-spring"),
                                false,
                                null,
                                Set.of(),
                                Stage.JUNIOR,
                                null,
                                false,
                                "3130600002",
                                null));
    }

    @Test
    void onePupilALineIsReadAsWell() throws IOException {
        // When
        Asked asked = read(PUPIL.formatted(UUID.randomUUID()) + "\n" + PUPIL.formatted(UUID.randomUUID()) + "\n");

        // Then
        assertThat(read).hasSize(2);
        assertThat(asked).isEqualTo(Asked.NOTHING);
    }

    @Test
    void aQuestionNeedsNoList() throws IOException {
        // When
        Asked asked = read("{\"policyVersion\": \"2019-autumn.1\", \"semester\": \"2019-spring\"}");

        // Then
        assertThat(asked.policyVersion()).isEqualTo("2019-autumn.1");
        assertThat(asked.semester()).isEqualTo(Semester.parse("2019-spring"));
        assertThat(read).isEmpty();
    }

    @Test
    void nothingAtAllAsksNothing() throws IOException {
        assertThat(read("")).isEqualTo(Asked.NOTHING);
    }

    @Test
    void aLongListComesInPortions() throws IOException {
        // Given
        List<Integer> portions = new ArrayList<>();
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 2_500; i++) {
            lines.append(PUPIL.formatted(UUID.randomUUID())).append('\n');
        }

        // When
        reader.read(
                new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8)),
                portion -> portions.add(portion.size()));

        // Then
        assertThat(portions).containsExactly(1_000, 1_000, 500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"pupils\": {}}",
                "{\"pupils\": [{\"studentId\": \"0195d2a0-0000-7000-8000-0000000000a1\"}]}",
                "{\"pupils\": [",
                "{\"semester\": \"spring\"}",
                "no json"
            })
    void whatIsNoListIsRefused(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(JsonProcessingException.class);
    }

    private Asked read(String body) throws IOException {
        return reader.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), read::addAll);
    }
}
