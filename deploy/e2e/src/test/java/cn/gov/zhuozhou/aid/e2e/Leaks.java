package cn.gov.zhuozhou.aid.e2e;

import cn.gov.zhuozhou.aid.local.LocalSuite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Looks for identity numbers where none may stand. What it returns names places and never the numbers. */
final class Leaks {
    /** Of made people and, should any slip in, of real ones. */
    private static final String NUMBER = "[1-9][0-9]{5}(19|20)[0-9]{2}(0[1-9]|1[0-2])([0-2][0-9]|3[01])[0-9]{3}[0-9Xx]";

    private static final Pattern PATTERN =
            Pattern.compile("(?<![0-9A-Fa-f-])" + NUMBER + "(?![0-9A-Fa-f-])|G" + NUMBER);

    /** The first eight characters of a made person's number, as PostgreSQL shows bytes. */
    private static final String BYTES = "(39){6}(3139|3230)3[0-9]3[0-9]3[01]3[0-9]3[0-3]3[0-9]";

    private static final List<String> DATABASES =
            List.of("student_registry", "aid_disbursement", "accountability", "inspection_rectification");

    private final LocalSuite suite;

    Leaks(LocalSuite suite) {
        this.suite = suite;
    }

    List<String> inLogs() {
        List<String> places = new ArrayList<>();
        suite.logs().forEach((part, log) -> {
            try (var lines = Files.lines(log)) {
                long found = lines.filter(line -> PATTERN.matcher(line).find()).count();
                if (found > 0) {
                    places.add(found + " lines of the log of " + part);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return places;
    }

    Set<String> inTopics() {
        Set<String> places = new TreeSet<>();
        Topics.read(suite, message -> {
            var shown =
                    new StringBuilder(String.valueOf(message.key())).append(' ').append(message.value());
            message.headers().forEach(h -> shown.append(' ').append(Topics.text(h.value())));
            if (PATTERN.matcher(shown).find()) {
                places.add(message.topic());
            }
        });
        return places;
    }

    List<String> in(Collection<String> texts) {
        return texts.stream()
                .filter(text -> PATTERN.matcher(text).find())
                .map(text -> "an answer of " + text.length() + " characters")
                .toList();
    }

    List<String> inDatabases() {
        List<String> places = new ArrayList<>();
        for (String database : DATABASES) {
            try (Connection connection = suite.postgres().connect(database);
                    Statement statement = connection.createStatement()) {
                for (String table : tables(statement)) {
                    if (found(statement, table)) {
                        places.add(database + "." + table);
                    }
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return places;
    }

    private static List<String> tables(Statement statement) throws SQLException {
        try (var rows = statement.executeQuery(
                "select quote_ident(relname) from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace")) {
            List<String> tables = new ArrayList<>();
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            return tables;
        }
    }

    private static boolean found(Statement statement, String table) throws SQLException {
        String sql =
                "select exists (select 1 from %s t where t::text ~ '(^|[^0-9a-fA-F-])G?%s([^0-9a-fA-F-]|$)' or t::text ~ '%s')"
                        .formatted(table, NUMBER, BYTES);
        try (var rows = statement.executeQuery(sql)) {
            return rows.next() && rows.getBoolean(1);
        }
    }
}
