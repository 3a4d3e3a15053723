package cn.gov.zhuozhou.aid.chassis.tabular;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A column a table is expected to have.
 *
 * @param name as messages call it
 * @param aliases other headers it goes by
 */
public record Column(String name, List<String> aliases, boolean required) {
    private static final Pattern DECORATION = Pattern.compile("[\\s\\p{Z}\\uFEFF*:]+");

    public Column {
        aliases = List.copyOf(aliases);
    }

    public static Column required(String name, String... aliases) {
        return new Column(name, List.of(aliases), true);
    }

    public static Column optional(String name, String... aliases) {
        return new Column(name, List.of(aliases), false);
    }

    /** A header as it is compared: spaces, width of characters and a star or colon make no difference. */
    public static String plain(String header) {
        return DECORATION
                .matcher(Normalizer.normalize(header, Normalizer.Form.NFKC))
                .replaceAll("");
    }
}
