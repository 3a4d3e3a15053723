package cn.gov.zhuozhou.aid.inspection.mirror;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/** The subjects waiting to be checked. A subject taken in a transaction that fails is due again. */
@ApplicationScoped
public class DueSubjects {
    private static final int LONGEST_SETTLING = 5;

    private static final String MARK = """
            insert into due_subject as d (kind, subject_id, due_at)
            values (:kind, :id, clock_timestamp() + :settle * interval '1 ms')
            on conflict (kind, subject_id) do update set follows = false,
              marked_at = case when d.follows then excluded.marked_at else d.marked_at end,
              due_at = case when d.follows then excluded.due_at
                else greatest(d.due_at, least(excluded.due_at, d.marked_at + :longest * interval '1 ms')) end""";

    private static final String AGAIN = """
            insert into due_subject (kind, subject_id, due_at, follows)
            values (:kind, :id, clock_timestamp() + :follow * interval '1 ms', true) on conflict do nothing""";

    /** Picked once: joined without being materialised, the picking may be done again for every row. */
    private static final String CLAIM = """
            with taken as materialized (
              select kind, subject_id from due_subject where due_at <= clock_timestamp()
              order by due_at limit :limit for update skip locked)
            delete from due_subject using taken
            where due_subject.kind = taken.kind and due_subject.subject_id = taken.subject_id
            returning due_subject.kind, due_subject.subject_id""";

    /** Whether it is late already is for the check to say. */
    private static final String UNPAID = """
            insert into due_subject (kind, subject_id, due_at)
            select 'PUPIL', a.student_id, clock_timestamp() from award a
            where a.state = 'APPROVED' and a.county_cash_fen is not null
            group by a.student_id, a.semester, a.programme
            having sum(a.county_cash_fen) > (select coalesce(sum(p.amount_fen), 0) from payment p
              where p.student_id = a.student_id and p.semester = a.semester and p.programme = a.programme
                and p.state = 'SETTLED')
              + (select sum(s.set_off_fen - s.given_back_fen) from award s
              where s.student_id = a.student_id and s.semester = a.semester and s.programme = a.programme)
            on conflict do nothing""";

    @Inject
    Database database;

    @Inject
    DataCheckConfig config;

    /** Makes subjects due once they settled; a stream of changes puts a check off, but not for ever. */
    void mark(SortedSet<Subject> subjects) {
        long settle = config.settle().toMillis();
        database.batch(MARK, subjects, one -> row(one).and("settle", settle).and("longest", settle * LONGEST_SETTLING));
    }

    /** Has subjects looked at again once what follows an eligibility had its time. */
    public void again(Collection<Subject> subjects) {
        long follow = config.follow().toMillis();
        database.batch(AGAIN, new TreeSet<>(subjects), one -> row(one).and("follow", follow));
    }

    private static Values row(Subject subject) {
        return Values.of("kind", subject.kind()).and("id", subject.id());
    }

    /** Makes pupils due who were granted more than arrived: time alone turns that into a finding. */
    public void markUnpaid() {
        database.update(UNPAID, Map.of());
    }

    /** Takes the subjects due now, at most {@code limit}; other replicas pass them by until the transaction ends. */
    public List<Subject> claim(int limit) {
        return database.list(
                CLAIM,
                Map.of("limit", limit),
                row -> new Subject(Rows.constant(row, 1, Subject.Kind.class), row.getObject(2, UUID.class)));
    }

    /** Makes every known subject of a kind due now; those due already stay as they are. Returns how many there are. */
    public long markAll(Subject.Kind kind) {
        String known = switch (kind) {
            case PUPIL -> "select student_id as id from pupil";
            case REVERSE_CHECK -> "select task_id as id from reverse_check";
            case NOTICE -> "select notice_id as id from notice";
            case FEED -> "select feed_id as id from feed_freshness";
            case OUT_OF_AREA -> "select out_of_area_student_id as id from out_of_area_student";
        };
        return database.number("""
                with known as (%s),
                  marked as (
                    insert into due_subject (kind, subject_id, due_at)
                    select :kind, id, clock_timestamp() from known order by id on conflict do nothing)
                select count(*) from known
                """.formatted(known), Map.of("kind", kind));
    }

    /** How many subjects wait for a check, be it for facts to settle or for what should follow. */
    public long waiting() {
        return database.number("select count(*) from due_subject", Map.of());
    }

    /** How many subjects of a kind are due now and not checked yet. */
    public long waiting(Subject.Kind kind) {
        return database.number(
                "select count(*) from due_subject where kind = :kind and due_at <= clock_timestamp()",
                Map.of("kind", kind));
    }
}
