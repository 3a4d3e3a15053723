package cn.gov.zhuozhou.aid.chassis.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A statement whose {@code :name} places became question marks, with the names in order. */
record NamedSql(String sql, List<String> names) {
    /** A name, or what may hold a colon that begins none: a text, a quoted identifier, a comment, a cast. */
    private static final Pattern PLACE = Pattern.compile(
            "'[^']*+'|\"[^\"]*+\"|--[^\\n]*+|/\\*.*?\\*/|::|:(?<name>[a-zA-Z][a-zA-Z0-9]*)", Pattern.DOTALL);

    private static final Map<String, NamedSql> KNOWN = new ConcurrentHashMap<>();

    static NamedSql of(String sql) {
        return KNOWN.computeIfAbsent(sql, NamedSql::parse);
    }

    private static NamedSql parse(String sql) {
        List<String> names = new ArrayList<>();
        String plain = PLACE.matcher(sql).replaceAll(found -> {
            if (found.group("name") == null) {
                return Matcher.quoteReplacement(found.group());
            }
            names.add(found.group("name"));
            return "?";
        });
        return new NamedSql(plain, List.copyOf(names));
    }
}
