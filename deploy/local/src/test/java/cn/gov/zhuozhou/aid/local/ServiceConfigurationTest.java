package cn.gov.zhuozhou.aid.local;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.testing.PostgresDatabase;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceConfigurationTest {
    private static final Secrets SECRETS = new Secrets("field+/=", "index", "db-pass", "kc-pass");

    @Test
    void aServiceIsToldItsDatabaseKafkaIssuerClockAndKeys() {
        // When
        ServiceConfiguration configuration = configuration(SuiteOptions.usual(Path.of("/suite")));

        // Then
        assertThat(configuration.properties())
                .containsEntry("quarkus.http.port", "8083")
                .containsEntry("quarkus.datasource.jdbc.url", "jdbc:postgresql://127.0.0.1:15432/accountability")
                .containsEntry("quarkus.datasource.username", "accountability_app")
                .containsEntry("quarkus.flyway.username", "accountability_owner")
                .containsEntry("quarkus.flyway.placeholders.app_role", "accountability_app")
                .containsEntry("kafka.bootstrap.servers", "127.0.0.1:9092")
                .containsEntry("quarkus.oidc.auth-server-url", "http://localhost:8080/realms/student-aid")
                .containsEntry("aid.clock.adjustable", "true")
                .containsEntry("aid.clock.start", "2019-03-04T08:00+08:00")
                .containsEntry("aid.crypto.keys.k1", "field+/=")
                .containsEntry("aid.crypto.index-key", "index");
    }

    @Test
    void settingsOfTheCallerWin() {
        // Given
        SuiteOptions options = SuiteOptions.usual(Path.of("/suite")).withSetting("aid.clock.adjustable", "false");

        // When
        ServiceConfiguration configuration = configuration(options);

        // Then
        assertThat(configuration.properties()).containsEntry("aid.clock.adjustable", "false");
    }

    @Test
    void theFileIsForItsOwnerAloneAndReadsBackAsItWas(@TempDir Path folder) throws IOException {
        // Given
        ServiceConfiguration configuration = configuration(SuiteOptions.usual(Path.of("/suite")));

        // When
        configuration.writeTo(folder);

        // Then
        Path file = folder.resolve("config/application.properties");
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            read.load(reader);
        }
        assertThat(read).containsExactlyInAnyOrderEntriesOf(configuration.properties());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(configuration.toString()).doesNotContain("field+/=", "db-pass");
    }

    private static ServiceConfiguration configuration(SuiteOptions options) {
        PostgresDatabase database = new PostgresDatabase(
                "accountability", "jdbc:postgresql://127.0.0.1:15432/accountability", SECRETS.databasePassword());
        return ServiceConfiguration.of(
                SuiteService.ACCOUNTABILITY,
                options,
                database,
                "127.0.0.1:9092",
                URI.create("http://localhost:8080/realms/student-aid"),
                SECRETS);
    }
}
