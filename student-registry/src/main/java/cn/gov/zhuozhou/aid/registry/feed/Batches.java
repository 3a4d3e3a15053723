package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.registry.RegistryProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The rows of {@code feed_batch}. */
@ApplicationScoped
class Batches {
    private static final Set<String> SETTLED = Set.of("DONE", "WITHDRAWN");

    private static final String INSERT = """
            insert into feed_batch (id, source, kind, mode, as_of, semester, columns, sheets, file_size, state, job_id, created_by,
              created_name, created_at)
            values (:id, :source, :kind, :mode, :asOf, :semester, :columns, :sheets, :size, 'RECEIVED', :job, :by, :name, :now)""";

    private static final String COUNT = """
            update feed_batch b set state = 'DONE', finished_at = :now, error = null,
              merge_no = coalesce(b.merge_no, nextval('feed_merge_no')), rows = b.rows + c.rows,
              accepted = b.accepted + c.accepted, refused = b.refused + c.refused, duplicates = b.duplicates + c.duplicates,
              matched = b.matched + c.matched, added = b.added + c.added, changed = b.changed + c.changed,
              same = b.same + c.same, gone = b.gone + c.gone + :gone,
              reasons = (select coalesce(jsonb_object_agg(reason, n), '{}') from (
                select reason, sum(n) as n from (
                  select key as reason, value::int as n from jsonb_each_text(b.reasons)
                  union all
                  select split_part(note, ' ', 1), count(distinct r.line_no) from feed_row r, unnest(r.reasons) note
                  where r.batch_id = :id and r.line_no >= :fromLine and r.outcome = 'REFUSED' group by 1) x
                group by reason) y)
            from (
              select coalesce(sum(n), 0) as rows, coalesce(sum(n) filter (where outcome = 'ACCEPTED'), 0) as accepted,
                coalesce(sum(n) filter (where outcome = 'REFUSED'), 0) as refused,
                coalesce(sum(n) filter (where outcome = 'DUPLICATE'), 0) as duplicates,
                coalesce(sum(n) filter (where match = 'MATCHED'), 0) as matched,
                coalesce(sum(n) filter (where change = 'NEW'), 0) as added,
                coalesce(sum(n) filter (where change = 'CHANGED'), 0) as changed,
                coalesce(sum(n) filter (where change in ('SAME', 'STALE')), 0) as same,
                coalesce(sum(n) filter (where change = 'GONE'), 0) as gone
              from (
                select outcome, match, change, cardinality(lines) as n from feed_row_set where batch_id = :id
                union all
                select outcome, match, change, 1 from feed_row where batch_id = :id and line_no >= :fromLine) r) c
            where b.id = :id""";

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    /** @param size and job only of a file */
    void insert(Batch batch, Long size, FeedChecks.Table table, UUID job, Actor by) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", batch.id());
        values.put("source", batch.source().code());
        values.put("kind", batch.kind());
        values.put("mode", batch.mode());
        values.put("asOf", batch.asOf());
        values.put("semester", batch.semester());
        values.put("columns", table.columns());
        values.put("sheets", table.sheets());
        values.put("size", size);
        values.put("job", job);
        values.put("by", by.id());
        values.put("name", by.name());
        values.put("now", clock.now());
        database.update(INSERT, values);
    }

    /** The batch, locked; another run of the same job waits here. */
    Batch lock(UUID id) {
        return database.first(
                        "select kind, source, as_of, semester, mode from feed_batch where id = :id for update",
                        Map.of("id", id),
                        row -> new Batch(
                                id,
                                Batch.Kind.valueOf(row.getString(1)),
                                Feed.of(row.getString(2)).orElseThrow(),
                                row.getObject(3, LocalDate.class),
                                row.getString(4),
                                Batch.Mode.valueOf(row.getString(5))))
                .orElseThrow(ProblemException::notFound);
    }

    /** The sheets of its file that are read. */
    List<String> sheets(UUID id) {
        return database.first(
                        "select sheets from feed_batch where id = :id", Map.of("id", id), row -> Rows.strings(row, 1))
                .orElseThrow(ProblemException::notFound);
    }

    boolean isDone(UUID id) {
        return "DONE".equals(state(id).orElse(null));
    }

    /** Taken in, or taken in and withdrawn since: a job that is run again leaves it alone. */
    boolean isSettled(UUID id) {
        return state(id).filter(SETTLED::contains).isPresent();
    }

    /** RECEIVED, DONE, FAILED or WITHDRAWN; empty where there is no such batch. */
    Optional<String> state(UUID id) {
        return database.first("select state from feed_batch where id = :id", Map.of("id", id), row -> row.getString(1));
    }

    void withdrawn(UUID id) {
        database.update("update feed_batch set state = 'WITHDRAWN' where id = :id", Map.of("id", id));
    }

    /** Ends the request or job where a newer snapshot of the source was accepted already. */
    void requireNewest(Feed source, LocalDate asOf, String semester) {
        Map<String, Object> values = new HashMap<>();
        values.put("source", source.code());
        values.put("semester", semester);
        database.first(
                        "select max(as_of) from feed_batch where source = :source and kind = 'FILE' and state not in ('FAILED', 'WITHDRAWN')"
                                + " and semester is not distinct from :semester",
                        values,
                        row -> row.getObject(1, LocalDate.class) == null
                                ? LocalDate.MIN
                                : row.getObject(1, LocalDate.class))
                .filter(asOf::isBefore)
                .ifPresent(newest -> {
                    throw new ProblemException(
                            RegistryProblem.AS_OF_OUTDATED,
                            Text.of("已接收 %s 的数据，asOf 不得早于该日期。", "Data as of %s was accepted; asOf must not be earlier.")
                                    .formatted(newest));
                });
    }

    void fail(UUID id, String error) {
        database.update(
                "update feed_batch set state = 'FAILED', error = :error, finished_at = :now where id = :id and state <> 'DONE'",
                Map.of("id", id, "error", error, "now", clock.now()));
    }

    /**
     * The batch that keeps a source's messages of one day; another one where something else of the source was merged since, for
     * batches are undone in the order they were merged.
     */
    Batch ofMessages(Feed source, LocalDate asOf) {
        Map<String, Object> values = Map.of("source", source.code(), "asOf", asOf);
        UUID id =
                database.first("""
                        select id from (
                          select id, kind, as_of from feed_batch where source = :source and state = 'DONE'
                          order by merge_no desc limit 1) newest
                        where kind = 'MESSAGES' and as_of = :asOf""", values, row -> row.getObject(1, UUID.class)).orElse(null);
        if (id != null) {
            return Batch.ofMessages(id, source, asOf);
        }
        var batch = Batch.ofMessages(Ids.next(), source, asOf);
        insert(batch, null, new FeedChecks.Table(source.columns(), List.of()), null, Actor.system(source.code()));
        return batch;
    }

    /** The number of a batch's next message. */
    int nextLine(UUID id) {
        return database.first("select rows + 1 from feed_batch where id = :id", Map.of("id", id), row -> row.getInt(1))
                .orElseThrow();
    }

    /** Adds the rows from a line on to their batch's counts. */
    void count(UUID id, int fromLine, int gone) {
        database.update(COUNT, Map.of("id", id, "fromLine", fromLine, "gone", gone, "now", clock.now()));
    }
}
