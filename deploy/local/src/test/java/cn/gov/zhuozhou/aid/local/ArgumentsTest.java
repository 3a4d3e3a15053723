package cn.gov.zhuozhou.aid.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    private static final Path ROOT = Path.of("/suite");

    @Test
    void withoutFlagsTheDocumentedValuesHold() {
        // When
        SuiteOptions options = parse();

        // Then
        assertThat(options.data()).isEqualTo(Path.of("/suite/.aid-data"));
        assertThat(options.fresh()).isFalse();
        assertThat(options.play()).isTrue();
        assertThat(options.feeds()).isEqualTo(Path.of("/suite/deploy/local/county"));
        assertThat(options.clockStart()).isEqualTo(OffsetDateTime.parse("2019-03-04T08:00:00+08:00"));
        assertThat(options.ports().of("postgres")).isEqualTo(15432);
        assertThat(options.ports().of("inspection-rectification")).isEqualTo(8084);
    }

    @Test
    void flagsTakeTheirValueAfterASpaceOrAnEqualsSign() {
        // When
        SuiteOptions options = parse(
                "--data",
                "/d",
                "--fresh",
                "--no-play",
                "--heap=512m",
                "--port",
                "keycloak=18080",
                "--port=kafka=19092");

        // Then
        assertThat(options.data()).isEqualTo(Path.of("/d"));
        assertThat(options.fresh()).isTrue();
        assertThat(options.play()).isFalse();
        assertThat(options.heap()).isEqualTo("512m");
        assertThat(options.ports().of("keycloak")).isEqualTo(18080);
        assertThat(options.ports().of("kafka")).isEqualTo(19092);
    }

    @Test
    void aFlagWinsOverTheProperty() {
        // Given
        Properties properties = new Properties();
        properties.setProperty("aid.local.port.keycloak", "18080");
        properties.setProperty("aid.local.port.kafka", "19092");
        properties.setProperty("aid.local.no-play", "true");
        properties.setProperty("aid.local.setting.aid.outbox.batch", "100");

        // When
        SuiteOptions options = Arguments.parse(ROOT, properties, List.of("--port", "kafka=29092"));

        // Then
        assertThat(options.ports().of("keycloak")).isEqualTo(18080);
        assertThat(options.ports().of("kafka")).isEqualTo(29092);
        assertThat(options.play()).isFalse();
        assertThat(options.settings()).containsEntry("aid.outbox.batch", "100");
    }

    @Test
    void freePortsAreAllDifferent() {
        // When
        Ports ports = parse("--free-ports").ports();

        // Then
        assertThat(new HashSet<>(ports.byPart().values())).hasSize(8).doesNotContain(8080, 8081);
    }

    @Test
    void whatIsNotUnderstoodIsNamed() {
        assertThatThrownBy(() -> parse("--dta", "x")).hasMessageContaining("--dta");
        assertThatThrownBy(() -> parse("--data")).hasMessageContaining("--data");
        assertThatThrownBy(() -> parse("data")).hasMessageContaining("data");
        assertThatThrownBy(() -> parse("--port", "portal=1")).hasMessageContaining("no part `portal`");
        assertThatThrownBy(() -> parse("--port", "kafka=99999")).hasMessageContaining("kafka=99999");
        assertThatThrownBy(() -> parse("--port", "kafka=x")).hasMessageContaining("kafka=x");
        assertThatThrownBy(() -> parse("--clock", "2019-03-04")).hasMessageContaining("2019-03-04");
    }

    @Test
    void everyFlagIsExplained() {
        // When
        String usage = Arguments.usage();

        // Then
        assertThat(usage)
                .contains(
                        "--data",
                        "--fresh",
                        "--no-play",
                        "--feeds",
                        "--port",
                        "--free-ports",
                        "--clock",
                        "--heap",
                        "--full-speed");
        assertThat(usage).contains(Ports.usual().byPart().keySet());
    }

    private static SuiteOptions parse(String... line) {
        return Arguments.parse(ROOT, new Properties(), List.of(line));
    }
}
