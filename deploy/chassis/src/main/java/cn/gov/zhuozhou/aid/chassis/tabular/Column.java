package cn.gov.zhuozhou.aid.chassis.tabular;

import java.util.List;
import java.util.stream.Stream;

/**
 * A column a table is expected to have.
 *
 * @param name as messages call it
 * @param aliases other headers it goes by
 */
public record Column(String name, List<String> aliases, boolean required) {
    public Column {
        aliases = List.copyOf(aliases);
    }

    public static Column required(String name, String... aliases) {
        return new Column(name, List.of(aliases), true);
    }

    public static Column optional(String name, String... aliases) {
        return new Column(name, List.of(aliases), false);
    }

    Stream<String> names() {
        return Stream.concat(Stream.of(name), aliases.stream());
    }
}
