package cn.gov.zhuozhou.aid.chassis.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A statement whose {@code :name} places became question marks, with the names in order. */
record NamedSql(String sql, List<String> names) {
    private static final Pattern PLACE = Pattern.compile("(?<!:):([a-z][A-Za-z]*)");
    private static final Map<String, NamedSql> KNOWN = new ConcurrentHashMap<>();

    static NamedSql of(String sql) {
        return KNOWN.computeIfAbsent(sql, NamedSql::parse);
    }

    private static NamedSql parse(String sql) {
        List<String> names = new ArrayList<>();
        Matcher places = PLACE.matcher(sql);
        while (places.find()) {
            names.add(places.group(1));
        }
        return new NamedSql(places.reset().replaceAll("?"), List.copyOf(names));
    }
}
