package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.job.Jobs;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keeps what was asked to be approved at once and how far it is. */
@ApplicationScoped
class ApprovalRuns {
    /**
     * An approval of many awards.
     *
     * @param ownProposals stay for another person
     * @param quotaReached wait in order of hardship
     * @param committedFen what was booked
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Run(
            UUID id,
            UUID jobId,
            String semester,
            String programme,
            String schoolCode,
            int approved,
            int ownProposals,
            int quotaReached,
            long committedFen,
            Instant askedAt,
            Instant finishedAt) {
        ApproveAwards.Selection selection() {
            return new ApproveAwards.Selection(Semester.parse(semester), programme, schoolCode);
        }
    }

    @Inject
    Database database;

    @Inject
    Jobs jobs;

    @Inject
    Trail trail;

    @Inject
    BusinessClock clock;

    Run ask(ApproveAwards.Selection which, Actor by) {
        UUID id = Ids.next();
        database.update(
                """
                insert into approval_run (id, semester, programme, school_code, job_id, asked_by, asked_by_name, org, asked_at)
                values (:id, :semester, :programme, :school, :job, :by, :name, :org, :now)
                """,
                Values.of("id", id)
                        .and("semester", which.semester().code())
                        .and("programme", which.programme())
                        .and("school", which.schoolCode())
                        .and("job", jobs.submit(ApprovalJob.KIND, id.toString(), by))
                        .and("by", by.id())
                        .and("name", by.name())
                        .and("org", by.jurisdiction().claim())
                        .and("now", clock.now()));
        trail.record(by, "awards.approval-asked", "approval-run", id.toString(), null);
        return find(id).orElseThrow();
    }

    /** Seen by whoever asked for it, and by the bureau. */
    Optional<Run> find(UUID id, Actor by) {
        return database.first(
                        "select asked_by from approval_run where id = :id", Map.of("id", id), row -> row.getString(1))
                .filter(asker -> by.jurisdiction().isBureau() || by.is(asker))
                .flatMap(asker -> find(id));
    }

    Optional<Run> find(UUID id) {
        return database.first("""
                select id, job_id, semester, programme, school_code, approved, own_proposals, quota_reached, committed_fen,
                       asked_at, finished_at
                from approval_run where id = :id
                """, Map.of("id", id), ApprovalRuns::read);
    }

    /** The last award it has come to; below every id at the beginning. */
    UUID after(UUID id) {
        return database.first(
                        "select coalesce(after_award, '00000000-0000-0000-0000-000000000000') from approval_run where id = :id",
                        Map.of("id", id),
                        row -> row.getObject(1, UUID.class))
                .orElseThrow();
    }

    void count(UUID id, ApproveAwards.Portion done) {
        database.update(
                """
                update approval_run set approved = approved + :approved, own_proposals = own_proposals + :own,
                    quota_reached = quota_reached + :waiting, committed_fen = committed_fen + :fen,
                    after_award = coalesce(:next::uuid, after_award),
                    finished_at = case when :next::uuid is null then :now::timestamptz end
                where id = :id
                """,
                Values.of("id", id)
                        .and("approved", done.approved())
                        .and("own", done.ownProposals())
                        .and("waiting", done.quotaReached())
                        .and("fen", done.committedFen())
                        .and("next", done.next())
                        .and("now", clock.now()));
    }

    private static Run read(ResultSet row) throws SQLException {
        return new Run(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getInt(6),
                row.getInt(7),
                row.getInt(8),
                row.getLong(9),
                Rows.instant(row, 10),
                Rows.instant(row, 11));
    }
}
