package cn.gov.zhuozhou.aid.local.bench;

import cn.gov.zhuozhou.aid.local.LocalSuite;
import cn.gov.zhuozhou.aid.local.play.Caller;
import cn.gov.zhuozhou.aid.local.play.FeedFile;
import cn.gov.zhuozhou.aid.local.play.FeedLoading;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the opening of a semester costs on the packaged registry, rulings and events included, beside {@link OpeningFloor} in the
 * same run. Each repetition forgets the semester first; the first one runs in a service that has opened nothing yet.
 */
public final class OpeningBench {
    private static final LocalDate FIRST_DAY = LocalDate.of(2019, 1, 1);
    private static final String SEMESTER = "2019-spring";
    private static final int REPETITIONS = 5;
    private static final List<String> FORGET = List.of(
            "alter table ruling disable trigger ruling_append_only",
            "with gone as (delete from identification where semester = '2019-spring')"
                    + " delete from ruling where semester = '2019-spring'",
            "alter table ruling enable trigger ruling_append_only",
            "delete from semester where code = '2019-spring'",
            "delete from outbox");

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final LocalSuite suite;
    private final Caller clerk;
    private final FeedLoading loading;

    private OpeningBench(LocalSuite suite) {
        this.suite = suite;
        this.clerk = new Caller(suite, "clerk");
        this.loading = new FeedLoading(clerk);
    }

    /** Arguments: pupils (100000), recipients last autumn (12000). */
    public static void main(String[] arguments) throws IOException, SQLException {
        int pupils = BenchSuite.number(arguments, 0, 100_000);
        int recipients = BenchSuite.number(arguments, 1, 12_000);
        BenchSuite.with("opening", (suite, folder) -> new OpeningBench(suite).run(folder, pupils, recipients));
    }

    private void run(Path folder, int pupils, int recipients) throws IOException, SQLException {
        // They would follow the events on the same cores while the registry is measured.
        List.of("aid-disbursement", "accountability", "inspection-rectification")
                .forEach(service -> suite.service(service).kill());
        Path schools = folder.resolve("schools.csv");
        Path enrolment = folder.resolve("enrolment.csv");
        Path register = folder.resolve("register.csv");
        Path identified = folder.resolve("identified.csv");
        MadeCounty.writeSchool(schools);
        MadeCounty.writeEnrolment(enrolment, pupils);
        MadeCounty.writeIdentified(identified, recipients);
        MadeCounty.writeRegister(register, recipients * 2, 0);
        load("schools", schools, null);
        load("enrolment", enrolment, null);
        load("identified", identified, "2018-autumn");
        load("civil-affairs-dibao", register, null);
        try (var floor = new OpeningFloor(suite);
                var database = suite.postgres().connect("student_registry")) {
            for (int i = 0; i < REPETITIONS; i++) {
                for (String step : FORGET) {
                    execute(database, step);
                }
                execute(database, "vacuum analyze");
                var least = floor.open();
                Duration ours = open(database);
                Map<String, Long> results = results();
                out.printf(
                        "%,d pupils, %,d recipients: ours %,6d ms, floor %,6d ms, ratio %.2f %s%n",
                        pupils,
                        recipients,
                        ours.toMillis(),
                        least.taken().toMillis(),
                        (double) ours.toNanos() / least.taken().toNanos(),
                        results);
                if (!results.equals(least.results())) {
                    throw new IllegalStateException("the floor came to other results: " + least.results());
                }
            }
        }
    }

    /** From the request to the committed end, by the server's own clock. */
    private Duration open(Connection database) throws SQLException {
        JsonNode opening = clerk.post("student-registry", "/api/v1/semesters/" + SEMESTER + "/opening", Map.of());
        String job = opening.path("jobId").asText();
        loading.awaitJob("student-registry", job);
        try (var statement = database.prepareStatement(
                "select extract(epoch from finished_at - created_at) * 1000 from job where id = cast(? as uuid)")) {
            statement.setString(1, job);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return Duration.ofNanos((long) (rows.getDouble(1) * 1_000_000));
            }
        }
    }

    private Map<String, Long> results() {
        Map<String, Long> results = new TreeMap<>();
        clerk.get("student-registry", "/api/v1/semesters/" + SEMESTER)
                .path("results")
                .properties()
                .forEach(entry -> results.put(entry.getKey(), entry.getValue().asLong()));
        return results;
    }

    private void load(String source, Path file, String semester) {
        JsonNode batch = loading.load(new FeedFile(file, source, FIRST_DAY, semester));
        if (batch.path("refused").asInt() > 0) {
            throw new IllegalStateException("the bench's own file was refused in part: " + batch);
        }
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
