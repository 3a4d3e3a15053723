package cn.gov.zhuozhou.aid.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every statement of the plan that concerns the registry is listed in {@code STATEMENTS.md} with tests that name it. */
class StatementsTest {
    private static final Pattern ROW = Pattern.compile("\\| (S\\d+) \\|.*\\| ([^|]+) \\|");
    private static final Pattern TEST_NAME = Pattern.compile("`(\\w+Test)`");

    @Test
    void noneIsLeftOut() throws IOException {
        assertThat(listed().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.concat(IntStream.rangeClosed(13, 16), IntStream.rangeClosed(65, 84))
                                .mapToObj(n -> "S" + n)
                                .toList());
    }

    @TestFactory
    Stream<DynamicTest> eachIsNamedByTheTestsThatShowIt() throws IOException {
        Map<String, List<Path>> sources = sources();
        return listed().entrySet().stream()
                .map(statement -> DynamicTest.dynamicTest(
                        statement.getKey(),
                        () -> assertThat(statement.getValue())
                                .isNotEmpty()
                                .allSatisfy(test -> assertThat(sources.getOrDefault(test, List.of()))
                                        .as(test)
                                        .anySatisfy(source -> assertThat(names(source, statement.getKey()))
                                                .isTrue()))));
    }

    private static Map<String, List<String>> listed() throws IOException {
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
        return listed;
    }

    private static Map<String, List<Path>> sources() throws IOException {
        try (Stream<Path> tree = Files.walk(Path.of("src/test/java"))) {
            return tree.filter(path -> path.toString().endsWith("Test.java"))
                    .collect(java.util.stream.Collectors.groupingBy(
                            path -> path.getFileName().toString().replace(".java", "")));
        }
    }

    /** Ranges count: S74–S82 names S76. */
    private static boolean names(Path source, String statement) throws IOException {
        String text = Files.readString(source);
        int wanted = Integer.parseInt(statement.substring(1));
        boolean single =
                Pattern.compile("\\b" + statement + "\\b").matcher(text).find();
        boolean ranged = Pattern.compile("\\bS(\\d+)[–-]S(\\d+)\\b")
                .matcher(text)
                .results()
                .anyMatch(m -> Integer.parseInt(m.group(1)) <= wanted && wanted <= Integer.parseInt(m.group(2)));
        return single || ranged;
    }
}
