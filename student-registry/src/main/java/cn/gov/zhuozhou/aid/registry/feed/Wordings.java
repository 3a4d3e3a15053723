package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.registry.feed.row.Wording;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the providers write: the rows of {@code feed_word}, as they hold on a day. */
@ApplicationScoped
class Wordings {
    /** The vocabulary of the headers; its meanings are the columns. All others are code sets. */
    static final String HEADERS = "COLUMN";

    private static final String IN_FORCE = """
            select vocabulary, meaning, word from feed_word
            where source = :source and valid_from <= :day and (valid_to is null or valid_to > :day)
            order by vocabulary, meaning, word""";

    private record Word(String vocabulary, String meaning, String word) {}

    @Inject
    Database database;

    /** As the provider of a file wrote on the day its content tells of. */
    Wording of(Batch batch) {
        return of(batch.source(), batch.asOf(), !batch.isSnapshot());
    }

    Wording of(Feed source, LocalDate day, boolean changes) {
        Map<String, Map<String, List<String>>> words = inForce(source, day);
        return Wording.of(source.rows(), changes, words.get(HEADERS), words);
    }

    /** By vocabulary and meaning; a meaning without a word has an empty list. */
    Map<String, Map<String, List<String>>> inForce(Feed source, LocalDate day) {
        Map<String, Map<String, List<String>>> words = new LinkedHashMap<>();
        words.put(HEADERS, empty(Wording.deliveredHeaders(source.rows())));
        Wording.deliveredWords(source.rows()).forEach((set, its) -> words.put(set, empty(its)));
        Map<String, Object> values = new HashMap<>();
        values.put("source", source.code());
        values.put("day", day);
        database.list(IN_FORCE, values, row -> new Word(row.getString(1), row.getString(2), row.getString(3)))
                .forEach(word -> words.computeIfAbsent(word.vocabulary(), v -> new LinkedHashMap<>())
                        .computeIfAbsent(word.meaning(), m -> new ArrayList<>())
                        .add(word.word()));
        return words;
    }

    private static Map<String, List<String>> empty(Map<String, List<String>> delivered) {
        Map<String, List<String>> empty = new LinkedHashMap<>();
        delivered.keySet().forEach(meaning -> empty.put(meaning, new ArrayList<>()));
        return empty;
    }
}
