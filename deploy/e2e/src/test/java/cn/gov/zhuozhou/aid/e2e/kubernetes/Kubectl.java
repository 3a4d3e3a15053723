package cn.gov.zhuozhou.aid.e2e.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The kubectl of this machine, used offline only. */
final class Kubectl {
    static final String MISSING = "kubectl is not on the PATH: the overlays are not rendered and not checked here";

    private Kubectl() {}

    static boolean isThere() {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
    }

    /** What `kubectl kustomize` makes of a folder. Throws IllegalStateException with kubectl's own words when it refuses. */
    static String kustomize(Path folder) {
        try {
            Path errors = Files.createTempFile("kubectl", ".err");
            Process process = new ProcessBuilder("kubectl", "kustomize", folder.toString())
                    .redirectError(errors.toFile())
                    .start();
            String rendered = new String(process.getInputStream().readAllBytes(), UTF_8);
            String complaint = process.waitFor() == 0 ? "" : Files.readString(errors);
            Files.delete(errors);
            if (process.exitValue() != 0) {
                throw new IllegalStateException(complaint);
            }
            return rendered;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
