package cn.gov.zhuozhou.aid.e2e.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Needs no kubectl. Shows as well that the parser used on the rendered overlays can refuse. */
class StrictManifestsTest {
    private static final Path DEPLOYMENT = Manifests.FOLDER.resolve("base/service/deployment.yaml");

    static Stream<Path> objectFiles() {
        return Manifests.objectFiles();
    }

    static Stream<Path> files() {
        return Manifests.files();
    }

    @ParameterizedTest
    @MethodSource("objectFiles")
    void everyFileFitsTheTypedModel(Path file) {
        // When
        var documents = StrictManifests.parse(Manifests.text(file));

        // Then
        assertThat(documents)
                .isNotEmpty()
                .allSatisfy(
                        document -> assertThat(document.getMetadata().getName()).isNotBlank());
    }

    @ParameterizedTest
    @CsvSource({
        "maxUnavailable:, maxUnavailible:, maxUnavailible",
        "runAsNonRoot:, runAsNonroot:, runAsNonroot",
        "readOnlyRootFilesystem:, readOnlyRootFileSystem:, readOnlyRootFileSystem",
        "periodSeconds:, periodSecond:, periodSecond",
        "secretKeyRef:, secretRef:, secretRef",
        "sizeLimit:, size:, size",
    })
    void aMisspeltFieldIsRefusedByItsName(String right, String wrong, String named) {
        // Given
        String yaml = Manifests.text(DEPLOYMENT);
        assertThat(yaml).contains(right);

        // When
        String misspelt = yaml.replace(right, wrong);

        // Then
        assertThatThrownBy(() -> StrictManifests.parse(misspelt))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Unrecognized field \"" + named + "\"");
    }

    @ParameterizedTest
    @CsvSource({"replicas: 2, replicas: \"2\"", "value: \"8080\", value: 8080", "value: \"false\", value: false"})
    void aValueOfTheWrongTypeIsRefused(String right, String wrong) {
        // Given
        String yaml = Manifests.text(DEPLOYMENT);
        assertThat(yaml).contains(right);

        // When
        String mistyped = yaml.replace(right, wrong);

        // Then
        assertThatThrownBy(() -> StrictManifests.parse(mistyped))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Cannot coerce");
    }

    @Test
    void aFieldGivenTwiceIsRefused() {
        // When
        String twice = Manifests.text(DEPLOYMENT).replace("  replicas: 2\n", "  replicas: 2\n  replicas: 3\n");

        // Then
        assertThatThrownBy(() -> StrictManifests.parse(twice)).hasMessageContaining("replicas");
    }

    @Test
    void aSecretIsRefusedAsAKind() {
        // When
        String secret = "apiVersion: v1\nkind: Secret\nmetadata:\n  name: student-registry-app\n";

        // Then
        assertThatThrownBy(() -> StrictManifests.parse(secret)).hasMessageContaining("v1/Secret is no kind");
    }

    @ParameterizedTest
    @MethodSource("files")
    void noFileHoldsASecretValue(Path file) {
        // When
        String text = Manifests.text(file);

        // Then
        assertThat(text)
                .doesNotContainIgnoringCase("kind: Secret")
                .doesNotContain("secretGenerator")
                .doesNotContainIgnoringCase("PRIVATE KEY")
                .doesNotContainPattern("(?i)password=[^\"\\s$]")
                .doesNotContainPattern("[A-Za-z0-9+/]{42,}={1,2}");
    }
}
