package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.registry.Masked;
import cn.gov.zhuozhou.aid.registry.RegistryProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Changes of how a provider writes. What held before the day of a change is kept, so that older files stay readable. */
@ApplicationScoped
class WordingChanges {
    /**
     * From a day on a meaning goes by these words.
     *
     * @param words as they are compared
     */
    record WordsFrom(String vocabulary, String meaning, List<String> words, LocalDate day, String reason) {}

    private static final String LATER = """
            select 1 from feed_word where source = :source and vocabulary = :vocabulary and meaning = :meaning
              and (valid_from > :day or valid_to > :day)""";

    private static final String TAKEN = """
            select word || ' = ' || meaning from feed_word
            where source = :source and vocabulary = :vocabulary and meaning <> :meaning and word = any(:words)
              and (valid_to is null or valid_to > :day)
            order by word""";

    private static final String FORGET = """
            delete from feed_word where source = :source and vocabulary = :vocabulary and meaning = :meaning
              and valid_from = :day and not word = any(:words)""";

    private static final String END = """
            update feed_word set valid_to = :day where source = :source and vocabulary = :vocabulary and meaning = :meaning
              and valid_to is null and not word = any(:words)""";

    private static final String BEGIN = """
            insert into feed_word (source, vocabulary, meaning, word, valid_from)
            select distinct :source, :vocabulary, :meaning, given.word, :day::date from unnest(:words) given(word)
            where not exists (select 1 from feed_word f where f.source = :source and f.vocabulary = :vocabulary
                                and f.word = given.word and f.valid_to is null)""";

    @Inject
    Database database;

    @Inject
    Wordings wordings;

    @Inject
    Trail trail;

    long version(Feed source) {
        return database.first(
                        "select version from feed_wording where source = :source",
                        Map.of("source", source.code()),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    /** Returns the new version of the provider's wording. */
    long change(Feed source, WordsFrom change, String ifMatch, Actor by) {
        long version = database.first(
                        "select version from feed_wording where source = :source for update",
                        Map.of("source", source.code()),
                        row -> row.getLong(1))
                .orElseThrow();
        Versions.require(ifMatch, version);
        Map<String, Object> values = new HashMap<>();
        values.put("source", source.code());
        values.put("vocabulary", change.vocabulary());
        values.put("meaning", change.meaning());
        values.put("words", change.words());
        values.put("day", change.day());
        values.put("version", version + 1);
        check(source, change, values);
        database.update(FORGET, values);
        database.update(END, values);
        database.update(BEGIN, values);
        database.update("update feed_wording set version = :version where source = :source", values);
        trail.record(
                by,
                "feed.wording-changed",
                "feed",
                source.code(),
                Masked.anywhere(change.reason()),
                Map.of(
                        "vocabulary",
                        change.vocabulary(),
                        "meaning",
                        change.meaning(),
                        "words",
                        change.words(),
                        "validFrom",
                        change.day().toString()));
        return version + 1;
    }

    private void check(Feed source, WordsFrom change, Map<String, ?> values) {
        boolean known = wordings.inForce(source, change.day())
                .getOrDefault(change.vocabulary(), Map.of())
                .containsKey(change.meaning());
        if (!known) {
            throw ProblemException.notFound();
        }
        boolean later = database.first(LATER, values, row -> row.getInt(1)).isPresent();
        if (later || !change.day().isAfter(DeliveredWords.SINCE)) {
            throw new ProblemException(
                    RegistryProblem.WORDING_DATE,
                    Text.of("生效日期不得早于该项最近一次变更的日期。", "The date must not be before the latest change of the same item."));
        }
        List<String> taken = database.list(TAKEN, values, row -> row.getString(1));
        if (!taken.isEmpty()) {
            throw new ProblemException(
                    RegistryProblem.WORD_TAKEN,
                    Text.of("已被使用：%s。请先从原含义中移除。", "In use: %s. Take it from its present meaning first.")
                            .formatted(String.join(", ", taken)));
        }
    }
}
