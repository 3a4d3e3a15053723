package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.registry.hardship.CaseDecisions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Merges and withdrawals without HTTP and jobs, and what the registry holds afterwards. */
@ApplicationScoped
class Merges {
    /** Everything that holds now, row by row. Revisions and versions only count what happened. */
    private static final Map<String, String> STATE = new TreeMap<>(Map.of(
            "register_entry", "select to_jsonb(r)::text from register_entry r where r.valid_to is null",
            "refused_member", "select to_jsonb(r)::text from refused_member r",
            "evidence", "select to_jsonb(r)::text from evidence r where r.valid_to is null",
            "match_case", "select (to_jsonb(r) - 'version')::text from match_case r where r.state <> 'CLOSED'",
            "student",
                    "select (to_jsonb(r) - 'revision' - 'guardians_revision')::text from student r where r.withdrawn_by is null",
            "identified_entry", "select to_jsonb(r)::text from identified_entry r",
            "prior_identification", "select to_jsonb(r)::text from prior_identification r",
            "school", "select (to_jsonb(r) - 'revision')::text from school r"));

    private final List<Batch> taken = new CopyOnWriteArrayList<>();

    @Inject
    Database database;

    @Inject
    FieldCrypto crypto;

    @Inject
    FeedFacts facts;

    @Inject
    CaseDecisions decisions;

    @Inject
    FeedJob job;

    @Inject
    Undo undo;

    @Inject
    FeedMerges merges;

    @Inject
    Batches batches;

    Batch take(Feed feed, String csv) {
        return take(feed, csv, LocalDate.parse(Feeds.TODAY));
    }

    Batch take(Feed feed, String csv, LocalDate asOf) {
        var batch = Batch.ofFile(
                UUID.randomUUID(),
                feed,
                asOf,
                feed == Feed.IDENTIFIED ? Semester.of(asOf).previous().code() : null,
                Batch.Mode.SNAPSHOT);
        Path file = write(csv);
        QuarkusTransaction.requiringNew().run(() -> facts.keep(batch, file));
        QuarkusTransaction.requiringNew().run(() -> job.take(batch.id(), new Restored(() -> file), done -> {}));
        taken.add(batch);
        return batch;
    }

    /** A merge that has its turn and dawdles before it begins. */
    Batch takeHolding(Feed feed, String csv, Runnable dawdling) {
        var batch = Batch.ofFile(UUID.randomUUID(), feed, LocalDate.parse(Feeds.TODAY), null, Batch.Mode.SNAPSHOT);
        Path file = write(csv);
        QuarkusTransaction.requiringNew().run(() -> facts.keep(batch, file));
        QuarkusTransaction.requiringNew().run(() -> {
            merges.takeTurn();
            dawdling.run();
            job.take(batch.id(), new Restored(() -> file), done -> {});
        });
        return batch;
    }

    void withdraw(Batch batch) {
        QuarkusTransaction.requiringNew().run(() -> {
            merges.takeTurn();
            undo.undo(batches.lock(batch.id()));
            batches.withdrawn(batch.id());
        });
    }

    /** From here on {@link #withdrawAll} takes back. */
    void remember() {
        taken.clear();
    }

    /** Takes back whatever still stands, the last first. */
    void withdrawAll() {
        while (!taken.isEmpty()) {
            Batch last = taken.removeLast();
            if (batches.isDone(last.id())) {
                withdraw(last);
            }
        }
    }

    /** Decides a case as a clerk does. */
    void decide(UUID caseId, boolean confirmed) {
        QuarkusTransaction.requiringNew().run(() -> decisions.decide(caseId, confirmed));
    }

    /** All tables, sorted, so that two moments can be compared. */
    Map<String, List<String>> state() {
        Map<String, List<String>> state = new TreeMap<>();
        STATE.forEach((table, sql) -> state.put(
                table,
                database.list(sql, Map.of(), row -> row.getString(1)).stream()
                        .sorted()
                        .toList()));
        return state;
    }

    /** What holds about the people of a county, each named by his position. */
    List<String> about(RandomCounty county) {
        Map<UUID, String> names = new HashMap<>();
        List<String> identities = county.identities();
        for (int i = 0; i < identities.size(); i++) {
            names.put(crypto.index("identity-number", identities.get(i)), "p" + i);
            names.put(crypto.index("student-number", "G" + identities.get(i)), "p" + i);
        }
        List<String> held = new ArrayList<>();
        held.addAll(named(names, """
                select e.person_index, 'entry ' || e.source || ' ' || e.category || ' ' || coalesce(e.relation, '')
                from register_entry e where e.valid_to is null and e.person_index = any(:people)"""));
        held.addAll(named(names, """
                select s.student_number_index, 'evidence ' || ev.source || ' ' || ev.category || ' ' || ev.match_kind
                from evidence ev join student s on s.id = ev.student_id
                where ev.valid_to is null and s.student_number_index = any(:people)"""));
        held.addAll(named(names, """
                select coalesce(s.student_number_index, mc.person_index),
                  'case ' || mc.source || ' ' || mc.kind || ' ' || mc.state
                from match_case mc left join student s on s.id = mc.student_id
                where mc.state <> 'CLOSED' and (s.student_number_index = any(:people) or mc.person_index = any(:people))"""));
        held.addAll(named(names, """
                select s.student_number_index, 'pupil ' || s.school_code || ' ' || s.enrolment_state
                from student s where s.student_number_index = any(:people) and s.withdrawn_by is null"""));
        held.addAll(named(names, """
                select s.student_number_index, 'prior ' || i.level || ' ' || array_to_string(i.categories, ',')
                from prior_identification i join student s on s.id = i.student_id
                where s.student_number_index = any(:people)"""));
        return held.stream().sorted().toList();
    }

    /** How many events were told so far, those of evaluations left aside. */
    long told() {
        return count("select count(*) from outbox where topic <> 'student-registry.eligibility'");
    }

    long count(String sql) {
        return database.first(sql, Map.of(), row -> row.getLong(1)).orElseThrow();
    }

    private List<String> named(Map<UUID, String> names, String sql) {
        return database.list(
                sql,
                Map.of("people", List.copyOf(names.keySet())),
                row -> names.get(row.getObject(1, UUID.class)) + " " + row.getString(2));
    }

    private static Path write(String csv) {
        try {
            Path file = Files.createTempFile("merge-test", ".csv");
            file.toFile().deleteOnExit();
            return Files.write(file, Feeds.utf8(csv));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
