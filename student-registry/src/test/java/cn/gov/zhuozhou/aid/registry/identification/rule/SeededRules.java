package cn.gov.zhuozhou.aid.registry.identification.rule;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The rule sets as the migration puts them into the database, so that rules are tested on what is delivered. */
public final class SeededRules {
    private static final Pattern ROW =
            Pattern.compile("values \\('([^']+)', '([^']+)', '([^']+)'.*?\\$rules\\$(.*?)\\$rules\\$", Pattern.DOTALL);
    private static final Map<String, RuleSet> SETS = read();

    public static final RuleSet SPRING_2019 = SETS.get("2019-spring");
    public static final RuleSet HEBEI_2019 = SETS.get("2019-hebei");

    private SeededRules() {}

    private static Map<String, RuleSet> read() {
        try (var in = SeededRules.class.getResourceAsStream("/db/migration/V0061__rule_sets_of_2018_and_2019.sql")) {
            String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return ROW.matcher(sql)
                    .results()
                    .map(row -> set(row.group(1), row.group(2), row.group(3), row.group(4)))
                    .collect(Collectors.toMap(RuleSet::id, set -> set));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuleSet set(String id, String version, String from, String parameters) {
        try {
            return new RuleSet(
                    id,
                    version,
                    LocalDate.parse(from),
                    null,
                    List.of(new RuleSet.Document(id, null, null)),
                    new JsonMapper().readValue(parameters, Parameters.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
