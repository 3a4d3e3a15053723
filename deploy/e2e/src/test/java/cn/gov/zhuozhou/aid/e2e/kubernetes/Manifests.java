package cn.gov.zhuozhou.aid.e2e.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of deploy/kubernetes. */
final class Manifests {
    static final Path FOLDER = Path.of("../kubernetes").toAbsolutePath().normalize();
    static final List<String> SERVICES =
            List.of("student-registry", "aid-disbursement", "accountability", "inspection-rectification");

    private Manifests() {}

    /** Every YAML file that is a Kubernetes object, whole or as a patch. */
    static Stream<Path> objectFiles() {
        return files().filter(file -> file.toString().endsWith(".yaml") && !file.endsWith("kustomization.yaml"));
    }

    static Stream<Path> files() {
        try (Stream<Path> all = Files.walk(FOLDER)) {
            return all.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<String> overlays() {
        try (Stream<Path> folders = Files.list(FOLDER.resolve("overlays"))) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
