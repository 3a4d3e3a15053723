package cn.gov.zhuozhou.aid.local.play;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file from outside, known by its name: {@code <source>-<YYYY-MM>}, {@code <source>-<YYYY>-spring} or {@code -autumn}, or
 * the source alone.
 *
 * @param asOf the day its content holds for; null where the name does not tell
 * @param semester such as 2018-autumn; null where the name does not tell
 */
public record FeedFile(Path path, String source, LocalDate asOf, String semester) {
    private static final List<String> SOURCES = List.of(
            "schools",
            "staff",
            "enrolment",
            "identified",
            "civil-affairs-dibao",
            "civil-affairs-tekun",
            "civil-affairs-orphan",
            "poverty-office-registered",
            "disabled-federation");
    private static final Pattern NAME =
            Pattern.compile("([a-z-]+?)(?:-(\\d{4})-(\\d{2}|spring|autumn))?\\.(?:csv|xlsx)");

    /** The feed files of a folder: reference data first, then by the day they hold for. */
    public static List<FeedFile> inFolder(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(FeedFile::of)
                    .flatMap(Optional::stream)
                    .sorted(Comparator.comparingInt(FeedFile::rank)
                            .thenComparing(f -> f.asOf == null ? LocalDate.MIN : f.asOf)
                            .thenComparing(f -> f.path.getFileName().toString()))
                    .toList();
        }
    }

    static Optional<FeedFile> of(Path path) {
        Matcher name = NAME.matcher(path.getFileName().toString());
        if (!name.matches() || !SOURCES.contains(name.group(1))) {
            return Optional.empty();
        }
        if (name.group(2) == null) {
            return Optional.of(new FeedFile(path, name.group(1), null, null));
        }
        int year = Integer.parseInt(name.group(2));
        return Optional.of(
                switch (name.group(3)) {
                    case "spring" -> new FeedFile(path, name.group(1), LocalDate.of(year, 3, 1), year + "-spring");
                    case "autumn" -> new FeedFile(path, name.group(1), LocalDate.of(year, 9, 1), year + "-autumn");
                    default ->
                        new FeedFile(
                                path,
                                name.group(1),
                                YearMonth.of(year, Integer.parseInt(name.group(3)))
                                        .atDay(1),
                                null);
                });
    }

    /** The service that takes it. */
    public String service() {
        return "staff".equals(source) ? "accountability" : "student-registry";
    }

    public String name() {
        return path.getFileName().toString();
    }

    /** Schools, staff, enrolment and the list of last semester come before what is matched against them. */
    private int rank() {
        return Math.min(SOURCES.indexOf(source), SOURCES.indexOf("civil-affairs-dibao"));
    }
}
