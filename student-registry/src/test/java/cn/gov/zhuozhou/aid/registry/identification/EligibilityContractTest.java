package cn.gov.zhuozhou.aid.registry.identification;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import cn.gov.zhuozhou.aid.registry.TestSemesters;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@RegistryTest
class EligibilityContractTest {
    private static final Path CONTRACT = Path.of("src/main/resources/contract");

    @Inject
    County county;

    @Inject
    TestSemesters semesters;

    @Inject
    Database database;

    @Inject
    ObjectMapper json;

    @Test
    void everyEventOfAPupilKeepsTheContract() throws IOException {
        // Given
        Semester semester = semesters.next();
        String school = county.school();
        UUID added = county.pupil(school);
        county.evidence(added, "DIBAO_R");
        UUID removed = county.pupil(school);
        county.identifiedBefore(removed, semester.previous().code(), "SEVERE", "DIBAO_R");
        UUID waiting = county.pupil(school);
        county.nameConflict(waiting);
        semesters.open(semester);
        Acts.review(Tokens.reviewer(), Acts.find(Tokens.viewer(), semester.code(), school, added), "APPROVED");

        // When
        List<JsonNode> told =
                Stream.of(added, removed, waiting).flatMap(this::events).toList();

        // Then
        assertThat(told).hasSize(4);
        JsonSchema schema = schema("EligibilityChanged.v1");
        assertThat(told).allSatisfy(event -> assertThat(schema.validate(event)).isEmpty());
    }

    @Test
    void theExamplesKeepTheContract() throws IOException {
        for (String type : List.of("EligibilityChanged.v1", "NoticePosted.v1", "NoticeClosed.v1")) {
            try (Stream<Path> files = Files.list(CONTRACT.resolve("examples"))) {
                List<Path> examples = files.filter(
                                f -> f.getFileName().toString().startsWith(type))
                        .toList();
                assertThat(examples).isNotEmpty();
                for (Path example : examples) {
                    assertThat(schema(type).validate(json.readTree(example.toFile())))
                            .as(example.toString())
                            .isEmpty();
                }
            }
        }
    }

    private Stream<JsonNode> events(UUID pupil) {
        return database
                .list(
                        "select payload from outbox where event_key = :key and type like '%EligibilityChanged.v1' order by id",
                        Map.of("key", pupil.toString()), row -> row.getString(1))
                .stream()
                .map(this::parse);
    }

    private JsonNode parse(String payload) {
        try {
            return json.readTree(payload);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonSchema schema(String type) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(CONTRACT.resolve(type + ".schema.json")));
    }
}
