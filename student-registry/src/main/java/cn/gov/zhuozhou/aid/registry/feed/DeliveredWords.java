package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.tabular.Column;
import cn.gov.zhuozhou.aid.registry.feed.row.Wording;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the headers and words the suite is delivered with into {@code feed_word}, before the first row is read. From then on the
 * table tells: what an administrator has ended or given another meaning stays as he left it.
 */
@ApplicationScoped
class DeliveredWords {
    /** Before any file. */
    static final LocalDate SINCE = LocalDate.of(1900, 1, 1);

    private static final String SOURCES = """
            insert into feed_wording (source, version) select source, 1 from unnest(:sources) source on conflict do nothing""";

    private static final String WORDS = """
            insert into feed_word (source, vocabulary, meaning, word, valid_from)
            select source, vocabulary, meaning, word, :since::date
            from unnest(:sources, :vocabularies, :meanings, :words) w(source, vocabulary, meaning, word)
            on conflict do nothing""";

    private record Word(String source, String vocabulary, String meaning, String word) {}

    @Inject
    Database database;

    void onStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent started) {
        List<Word> words = words();
        Map<String, Object> values = new HashMap<>();
        values.put("since", SINCE);
        values.put("sources", words.stream().map(Word::source).toList());
        values.put("vocabularies", words.stream().map(Word::vocabulary).toList());
        values.put("meanings", words.stream().map(Word::meaning).toList());
        values.put("words", words.stream().map(Word::word).toList());
        QuarkusTransaction.requiringNew().run(() -> {
            database.update(SOURCES, values);
            database.update(WORDS, values);
        });
    }

    private static List<Word> words() {
        List<Word> words = new ArrayList<>();
        for (Feed feed : Feed.values()) {
            Wording.deliveredHeaders(feed.rows()).forEach((column, headers) -> {
                words.add(new Word(feed.code(), Wordings.HEADERS, column, Column.plain(column)));
                headers.forEach(
                        header -> words.add(new Word(feed.code(), Wordings.HEADERS, column, Column.plain(header))));
            });
            Wording.deliveredWords(feed.rows())
                    .forEach((set, codes) -> codes.forEach(
                            (code, its) -> its.forEach(word -> words.add(new Word(feed.code(), set, code, word)))));
        }
        return words;
    }
}
