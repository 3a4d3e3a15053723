package cn.gov.zhuozhou.aid.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PortCheckTest {
    @Test
    void aTakenPortIsNamedWithTheFlagThatChangesIt() throws IOException {
        // Given
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = Ports.free().with("keycloak", taken.getLocalPort());

            // When
            assertThatThrownBy(() -> PortCheck.requireFree(ports))

                    // Then
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " (keycloak) is taken by")
                    .hasMessageContaining("--port keycloak=");
        }
    }

    @Test
    void freePortsPass() {
        assertThatCode(() -> PortCheck.requireFree(Ports.free())).doesNotThrowAnyException();
    }

    @Test
    void theMessageSaysWhoHasThePortInBothLanguages() {
        // When
        String line = PortCheck.line("kafka", 9092, Optional.of("java (pid 4711)"));

        // Then
        assertThat(line).isEqualTo("""
                端口 9092（kafka）已被 java (pid 4711) 占用。请停止它，或换一个端口：--port kafka=19092
                Port 9092 (kafka) is taken by java (pid 4711). Stop it or choose another port: --port kafka=19092
                """);
    }
}
