package cn.gov.zhuozhou.aid.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenPartsTest {
    private final List<String> stopped = new ArrayList<>();
    private final OpenParts parts = new OpenParts(Progress.silent());

    @Test
    void partsStopInTheOrderOfWhoDependsOnWhomWhateverStartedFirst() {
        // Given
        parts.add(OpenParts.Rank.POSTGRES, () -> stopped.add("postgres"));
        parts.add(OpenParts.Rank.SERVICES, () -> stopped.add("services"));
        parts.add(OpenParts.Rank.KAFKA, () -> stopped.add("kafka"));
        parts.add(OpenParts.Rank.KEYCLOAK, () -> stopped.add("keycloak"));

        // When
        parts.close();

        // Then
        assertThat(stopped).containsExactly("services", "keycloak", "kafka", "postgres");
    }

    @Test
    void aPartThatResistsDoesNotKeepTheOthersRunning() {
        // Given
        parts.add(OpenParts.Rank.KAFKA, () -> {
            throw new IllegalStateException("stuck");
        });
        parts.add(OpenParts.Rank.POSTGRES, () -> stopped.add("postgres"));

        // When
        parts.close();

        // Then
        assertThat(stopped).containsExactly("postgres");
    }

    @Test
    void whatStartsAfterTheStopIsStoppedAtOnce() {
        // Given
        parts.close();

        // When
        assertThatThrownBy(() -> parts.add(OpenParts.Rank.KAFKA, () -> stopped.add("kafka")))

                // Then
                .isInstanceOf(StartFailure.class);
        assertThat(stopped).containsExactly("kafka");
    }

    @Test
    void stoppingTwiceStopsOnce() {
        // Given
        parts.add(OpenParts.Rank.KAFKA, () -> stopped.add("kafka"));
        parts.close();

        // When
        parts.close();

        // Then
        assertThat(stopped).hasSize(1);
    }
}
