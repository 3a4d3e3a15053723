package cn.gov.zhuozhou.aid.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * What a service has to answer, row by row in its {@code STATEMENTS.md}: {@code | S15 | … | `SomeTest` |}. Each row names tests
 * that show it, and they name the row.
 */
public final class Statements {
    private static final Pattern ROW = Pattern.compile("\\| ([A-Z]\\d+) \\|.*\\| ([^|]+) \\|");
    private static final Pattern TEST_NAME = Pattern.compile("`(\\w+Test)`");

    private final Map<String, List<String>> testsByCode;

    private Statements(Map<String, List<String>> testsByCode) {
        this.testsByCode = testsByCode;
    }

    /** The table in the module's folder. */
    public static Statements listed() throws IOException {
        Map<String, List<String>> listed = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("STATEMENTS.md"))) {
            var row = ROW.matcher(line);
            if (row.matches()) {
                listed.put(
                        row.group(1),
                        TEST_NAME
                                .matcher(row.group(2))
                                .results()
                                .map(m -> m.group(1))
                                .toList());
            }
        }
        return new Statements(listed);
    }

    public Set<String> codes() {
        return testsByCode.keySet();
    }

    /** A test for each row: every test it names exists and names the row. */
    public Stream<DynamicTest> eachNamedByItsTests() throws IOException {
        Map<String, List<Path>> sources = sources();
        return testsByCode.entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.getKey(),
                        () -> assertThat(row.getValue())
                                .isNotEmpty()
                                .allSatisfy(test -> assertThat(sources.getOrDefault(test, List.of()))
                                        .as(test)
                                        .anySatisfy(source -> assertThat(names(source, row.getKey()))
                                                .isTrue()))));
    }

    private static Map<String, List<Path>> sources() throws IOException {
        try (Stream<Path> tree = Files.walk(Path.of("src/test/java"))) {
            return tree.filter(path -> path.toString().endsWith("Test.java"))
                    .collect(Collectors.groupingBy(
                            path -> path.getFileName().toString().replace(".java", "")));
        }
    }

    /** Ranges count: S74–S82 names S76. */
    private static boolean names(Path source, String code) throws IOException {
        String text = Files.readString(source);
        String kind = code.substring(0, 1);
        int wanted = Integer.parseInt(code.substring(1));
        boolean single = Pattern.compile("\\b" + code + "\\b").matcher(text).find();
        boolean ranged = Pattern.compile("\\b" + kind + "(\\d+)[–-]" + kind + "(\\d+)\\b")
                .matcher(text)
                .results()
                .anyMatch(m -> Integer.parseInt(m.group(1)) <= wanted && wanted <= Integer.parseInt(m.group(2)));
        return single || ranged;
    }
}
