package cn.gov.zhuozhou.aid.local.bench;

import cn.gov.zhuozhou.aid.local.LocalSuite;
import cn.gov.zhuozhou.aid.local.play.AtRest;
import cn.gov.zhuozhou.aid.local.play.Caller;
import cn.gov.zhuozhou.aid.local.play.FeedFile;
import cn.gov.zhuozhou.aid.local.play.FeedLoading;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;

/**
 * What the intake of a register costs, from upload to committed outcome, on the packaged registry, beside {@link Floor} in the
 * same run: a first load, the same file again, a file with 2 % changes; the first load beside {@link Storing} too. Before it, the
 * other services have followed all the pupils.
 */
public final class IntakeBench {
    private static final LocalDate FIRST_DAY = LocalDate.of(2019, 1, 1);
    private static final String SOURCE = "civil-affairs-dibao";
    private static final int REPEATED = 3;
    private static final Duration MOST_FOR_FOLLOWERS = Duration.ofMinutes(10);

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final LocalSuite suite;
    private final FeedLoading loading;
    private final int rows;
    private LocalDate day = FIRST_DAY;

    private IntakeBench(LocalSuite suite, int rows) {
        this.suite = suite;
        this.loading = new FeedLoading(new Caller(suite, "clerk"));
        this.rows = rows;
    }

    /** Arguments: rows of the register (200000), pupils (100000). */
    public static void main(String[] arguments) throws IOException, SQLException {
        int rows = BenchSuite.number(arguments, 0, 200_000);
        int pupils = BenchSuite.number(arguments, 1, 100_000);
        BenchSuite.with("intake", (suite, folder) -> new IntakeBench(suite, rows).run(folder, pupils));
    }

    private void run(Path folder, int pupils) throws IOException, SQLException {
        Path schools = folder.resolve("schools.csv");
        Path enrolment = folder.resolve("enrolment.csv");
        Path register = folder.resolve("register.csv");
        Path changed = folder.resolve("register-changed.csv");
        MadeCounty.writeSchool(schools);
        MadeCounty.writeEnrolment(enrolment, pupils);
        MadeCounty.writeRegister(register, rows, 0);
        MadeCounty.writeRegister(changed, rows, 2);
        load("schools", schools, FIRST_DAY);
        out.printf(
                "%,d pupils loaded in %,d ms%n",
                pupils, load("enrolment", enrolment, FIRST_DAY).toMillis());
        try (var rest = new AtRest(suite);
                var floor = new Floor(suite, enrolment)) {
            rest.await(MOST_FOR_FOLLOWERS);
            Duration firstLoad = compare("first load", register, floor);
            compareStoring(firstLoad);
            for (int i = 0; i < REPEATED; i++) {
                compare("same file again", register, floor);
            }
            for (int i = 0; i < REPEATED; i++) {
                compare("2 % changed", i % 2 == 0 ? changed : register, floor);
            }
        }
        out.printf("peak memory of the registry %,d MB%n", peakMegabytes());
    }

    private Duration compare(String what, Path file, Floor floor) throws IOException, SQLException {
        day = day.plusDays(1);
        Duration ours = load(SOURCE, file, day);
        Duration least = floor.load(file);
        out.printf(
                "%-16s %,8d rows: ours %,7d ms = %,8.0f rows/s, floor %,7d ms, ratio %.2f%n",
                what,
                rows,
                ours.toMillis(),
                rows * 1e9 / ours.toNanos(),
                least.toMillis(),
                (double) ours.toNanos() / least.toNanos());
        return ours;
    }

    private void compareStoring(Duration ours) throws SQLException {
        try (var storing = new Storing(suite)) {
            Duration least = storing.again(SOURCE);
            out.printf(
                    "%-16s storing the same rows alone %,d ms, ratio %.2f%n",
                    "first load", least.toMillis(), (double) ours.toNanos() / least.toNanos());
        }
    }

    private Duration load(String source, Path file, LocalDate day) {
        long begin = System.nanoTime();
        JsonNode batch = loading.load(new FeedFile(file, source, day, null));
        Duration taken = Duration.ofNanos(System.nanoTime() - begin);
        if (batch.path("refused").asInt() > 0) {
            throw new IllegalStateException("the bench's own file was refused in part: " + batch);
        }
        return taken;
    }

    private long peakMegabytes() throws IOException {
        Path status = Path.of("/proc/" + suite.service("student-registry").pid() + "/status");
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        }
    }
}
