package cn.gov.zhuozhou.aid.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** The README's first command as a person runs it: played, toured with {@code curl}, stopped with Ctrl-C, run again. */
@Order(4)
@ExtendWith(Machine.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UpCommandIT {
    private static final Path ROOT = Path.of(System.getProperty("aid.root"));
    private static final Path PLACE = ROOT.resolve("deploy/e2e/target/suites/up");
    private static final Path DATA = PLACE.resolve("data");
    private static final Path ELSEWHERE = PLACE.resolve("elsewhere");
    private static final String READY = "学生资助套件已就绪";
    private static final Duration START_LIMIT = Duration.ofMinutes(6);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(2);
    private static final Pattern AN_ADDRESS = Pattern.compile("(\\S+) +(http://localhost:\\d+)");

    private static final Map<String, String> SHOWN = Map.of(
            "CARRIED",
            "carried",
            "ADDED",
            "added",
            "REMOVED",
            "removed",
            "LEVEL_CHANGED",
            "level changed",
            "REEVALUATED",
            "evaluated again",
            "DECISION_NEEDED",
            "to be decided");

    private static Process running;
    private static Path screen;
    private static String summaryOfTheFirstRun;
    private static String awardsOfTheFirstRun;

    @BeforeAll
    static void anEmptyPlace() throws IOException {
        Files.createDirectories(PLACE.getParent());
        run("rm", "-rf", PLACE.toString());
        Files.createDirectories(ELSEWHERE);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (running != null && running.isAlive()) {
            running.destroy();
            running.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @Test
    @Order(10)
    void theSuiteComesUpAndSaysWhatHappened() throws Exception {
        // When
        up("first.txt");

        // Then
        summaryOfTheFirstRun = summary();
        assertThat(counts(summaryOfTheFirstRun))
                .containsAllEntriesOf(resultsOf(County.chosen()))
                .containsKeys("rows read", "refused", "matched", "to be decided by a person", "awards proposed");
    }

    @Test
    @Order(20)
    void theTokenCommandAndTheFirstTourCanBePasted() throws Exception {
        // Given
        String token = screenText()
                .lines()
                .filter(line -> line.contains("TOKEN=$(") || line.contains("Bearer $TOKEN"))
                .map(String::strip)
                .reduce("", (all, line) -> all + line + "\n");

        // When
        String schools = run("bash", "-euc", token);
        String tour = run("bash", "-euc", toured(firstTour()));

        // Then
        assertThat(schools).startsWith("{\"items\":[{");
        assertThat(tour.split("(?<=})(?=[{\\[])")).hasSameSizeAs(callsIn(firstTour()));
        assertThat(tour).contains("\"items\":[{").doesNotContain("\"status\":4", "\"status\":5");
        awardsOfTheFirstRun = awards();
    }

    @Test
    @Order(30)
    void controlCStopsItAndNothingIsLeftBehind() throws Exception {
        // When
        controlC();

        // Then
        assertThat(running.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(processesOfTheSuite()).isEmpty();
        assertThat(files(ELSEWHERE)).isEmpty();
        assertThat(files(PLACE))
                .map(file -> PLACE.relativize(file).getName(0).toString())
                .containsOnly("data", "first.txt");
    }

    @Test
    @Order(40)
    void runAgainWithItsDataKeptItResumes() throws Exception {
        // When
        up("second.txt");

        // Then
        assertThat(screenText()).contains("继续使用数据目录 · resuming");
        assertThat(summary()).isEqualTo(summaryOfTheFirstRun);
        assertThat(awards()).isEqualTo(awardsOfTheFirstRun);
    }

    /** A second suite on the same folder would write into what the first one holds. */
    @Test
    @Order(50)
    void aSecondSuiteOnTheSameFolderOrPortsIsRefusedWithWhatToDo() throws Exception {
        // Given
        String port = addresses().get("keycloak").replaceAll(".*:", "");

        // When
        String sameFolder = run("bash", "deploy/local/up", "--no-build", "--free-ports", "--data", DATA.toString());
        String samePort = run(
                "bash",
                "deploy/local/up",
                "--no-build",
                "--free-ports",
                "--port",
                "keycloak=" + port,
                "--data",
                PLACE.resolve("other").toString());

        // Then
        assertThat(sameFolder).contains("Another suite runs on this data folder", "--data DIR");
        assertThat(samePort).contains(port, "--port keycloak=");
        assertThat(running.isAlive()).isTrue();
    }

    @Test
    @Order(60)
    void aSuiteStoppedWhileItStartsLeavesNothingBehindEither() throws Exception {
        // Given
        controlC();
        assertThat(running.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        start("third.txt");
        await().atMost(START_LIMIT).until(() -> screenText().contains("PostgreSQL 127.0.0.1"));

        // When
        controlC();

        // Then
        assertThat(running.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(processesOfTheSuite()).isEmpty();
        assertThat(files(ELSEWHERE)).isEmpty();
    }

    private static void up(String screenFile) throws IOException {
        start(screenFile);
        await().atMost(START_LIMIT)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> !running.isAlive() || screenText().contains("Ctrl-C"));
        assertThat(screenText()).contains(READY);
    }

    /** As the foreground job of a terminal: a session of its own, Ctrl-C not ignored, its own home and places for temporary files. */
    private static void start(String screenFile) throws IOException {
        screen = PLACE.resolve(screenFile);
        ProcessBuilder builder = new ProcessBuilder(
                        "setsid",
                        "env",
                        "--default-signal=INT",
                        "bash",
                        "deploy/local/up",
                        "--no-build",
                        "--free-ports",
                        "--data",
                        DATA.toString(),
                        "--feeds",
                        County.chosen().folder().toString(),
                        "-Djava.io.tmpdir=" + ELSEWHERE)
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(screen.toFile());
        builder.environment()
                .putAll(Map.of(
                        "HOME",
                        ELSEWHERE.toString(),
                        "TMPDIR",
                        ELSEWHERE.toString(),
                        "JAVA_HOME",
                        System.getProperty("java.home")));
        running = builder.start();
    }

    /** What a terminal does: the whole group is told, not the launcher alone. */
    private static void controlC() throws Exception {
        run("kill", "-INT", "--", "-" + running.pid());
    }

    private static List<String> processesOfTheSuite() {
        return ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .filter(line -> line.contains(DATA.toString()))
                .toList();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).toList();
        }
    }

    private static String screenText() throws IOException {
        return Files.readString(screen);
    }

    private static String summary() throws IOException {
        String text = screenText();
        return text.substring(text.indexOf("结果 · what happened"), text.indexOf(READY))
                .strip();
    }

    private static Map<String, Long> counts(String summary) {
        Map<String, Long> counts = new TreeMap<>();
        Pattern.compile("^ *\\S+ ([a-z ]+?) +([\\d,]+)$", Pattern.MULTILINE)
                .matcher(summary)
                .results()
                .forEach(line ->
                        counts.put(line.group(1), Long.valueOf(line.group(2).replace(",", ""))));
        return counts;
    }

    private static Map<String, Long> resultsOf(County county) {
        return county.results().values().stream().collect(Collectors.groupingBy(SHOWN::get, Collectors.counting()));
    }

    private static Map<String, String> addresses() throws IOException {
        Map<String, String> addresses = new TreeMap<>();
        AN_ADDRESS.matcher(screenText()).results().forEach(line -> addresses.put(line.group(1), line.group(2)));
        return addresses;
    }

    private static String firstTour() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        String after = readme.substring(readme.indexOf("## First tour"));
        int begin = after.indexOf("```bash\n") + "```bash\n".length();
        return after.substring(begin, after.indexOf("```", begin));
    }

    private static List<String> callsIn(String tour) {
        return Pattern.compile("/api/v1/")
                .matcher(tour)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** The tour with the ports of this suite instead of the usual ones. */
    private static String toured(String tour) throws IOException {
        Map<String, String> here = addresses();
        return tour.replace("localhost:8080", host(here, "keycloak"))
                .replace("localhost:8081", host(here, "student-registry"))
                .replace("localhost:8082", host(here, "aid-disbursement"))
                .replace("localhost:8083", host(here, "accountability"))
                .replace("localhost:8084", host(here, "inspection-rectification"));
    }

    private static String host(Map<String, String> addresses, String part) {
        return addresses.get(part).replace("http://", "");
    }

    private static String awards() throws Exception {
        String tour = toured(firstTour());
        String head = tour.substring(0, tour.indexOf("\n#"));
        return run(
                "bash",
                "-euc",
                head + "\ncurl -s -H \"$clerk\" '" + addresses().get("aid-disbursement") + "/api/v1/awards?semester="
                        + County.chosen().semester() + "'");
    }

    private static String run(String... line) throws IOException {
        List<String> command = new ArrayList<>(Arrays.asList(line));
        Process process = new ProcessBuilder(command)
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
