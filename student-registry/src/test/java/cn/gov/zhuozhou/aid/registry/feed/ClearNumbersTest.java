package cn.gov.zhuozhou.aid.registry.feed;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@RegistryTest
class ClearNumbersTest {
    private static final Path CONTRACT = Path.of("src/main/resources/contract");

    @Inject
    Database database;

    @Inject
    ObjectMapper json;

    @Test
    void noIdentityNumberStandsInClearInAnyColumn() {
        // Given
        var county = FeedIntakeTest.mixedCounty();
        Feeds.take("enrolment", county.enrolment());
        Feeds.take("civil-affairs-dibao", county.dibao());
        Feeds.take("poverty-office-registered", county.povertyOffice());
        List<String[]> columns = database.list(
                """
                select table_name, column_name, data_type from information_schema.columns
                where table_schema = 'public' and data_type in ('text', 'jsonb', 'bytea', 'ARRAY', 'character varying')""", Map.of(), row -> new String[] {row.getString(1), row.getString(2), row.getString(3)});

        // When
        List<String> clear = new ArrayList<>();
        for (String[] column : columns) {
            String value = "bytea".equals(column[2])
                    ? "encode(%s, 'escape')".formatted(column[1])
                    : "%s::text".formatted(column[1]);
            long found = database.first(
                            "select count(*) from %s where %s ~ '999999[0-9]{11}[0-9X]'".formatted(column[0], value),
                            Map.of(),
                            row -> row.getLong(1))
                    .orElseThrow();
            if (found > 0) {
                clear.add(column[0] + "." + column[1]);
            }
        }

        // Then
        assertThat(columns).hasSizeGreaterThan(50);
        assertThat(clear).isEmpty();
    }

    @Test
    void everyEventToldFitsItsContract() throws IOException {
        // Given
        var county = FeedIntakeTest.mixedCounty();
        Feeds.take("schools", County.schools());
        Feeds.take("civil-affairs-dibao", county.dibao());
        Feeds.take("enrolment", county.enrolment());

        for (String event : List.of("SchoolChanged", "StudentChanged", "SchoolAgePersonUnmatched")) {
            // When
            List<String> payloads = database.list(
                    "select payload from outbox where type = :type order by id desc limit 200",
                    Map.of("type", "cn.gov.zhuozhou.aid.registry." + event + ".v1"),
                    row -> row.getString(1));

            // Then
            assertThat(payloads).isNotEmpty();
            for (String payload : payloads) {
                assertThat(faults(event, payload)).isEmpty();
            }
        }
    }

    @Test
    void theExamplesFitTheirContracts() throws IOException {
        for (String event : List.of("SchoolChanged", "StudentChanged", "SchoolAgePersonUnmatched")) {
            String example = Files.readString(CONTRACT.resolve("examples/" + event + ".v1.json"));
            assertThat(faults(event, example)).isEmpty();
        }
    }

    private List<String> faults(String event, String payload) throws IOException {
        var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(CONTRACT.resolve(event + ".v1.schema.json")));
        return schema.validate(json.readTree(payload)).stream()
                .map(Object::toString)
                .toList();
    }
}
