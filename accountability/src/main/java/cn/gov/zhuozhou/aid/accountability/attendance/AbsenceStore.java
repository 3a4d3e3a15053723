package cn.gov.zhuozhou.aid.accountability.attendance;

import cn.gov.zhuozhou.aid.accountability.attendance.AbsenceTransitions.Occasion;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.http.Listing;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Cases and their steps; every version of a case is one step. */
@ApplicationScoped
class AbsenceStore {
    /** Which cases a list shows; null where it does not matter. */
    record Filter(AbsenceState state, String school, String town, UUID student, UUID task) {}

    private static final String SELECT = """
            select id, task_id, student_id, unit_code, school_code, town, birth_year, stage, absent_since, state, opened_at,
              version, anonymised_on
            from absence where""";

    private static final String WITHIN = """
             (:ownSchool::text is null or school_code = :ownSchool) and (:ownTown::text is null or town = :ownTown)""";

    private static final Listing<Absence> LISTING =
            new Listing<>(SELECT + WITHIN, "id", AbsenceStore::absence, Absence::id);

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    Page<Absence> list(Filter filter, Jurisdiction within, Paging paging) {
        Values by = Values.of("state", filter.state())
                .and("school_code", filter.school())
                .and("town", filter.town())
                .and("student_id", filter.student())
                .and("task_id", filter.task());
        return LISTING.page(database, by, within, paging);
    }

    Optional<Absence> find(UUID id, Jurisdiction within) {
        return LISTING.find(database, id, within);
    }

    /** As it stands, until the transaction ends; nothing is done any more about one of nobody. */
    Optional<Absence> lock(UUID id, Jurisdiction within) {
        return database.first(
                SELECT + WITHIN + " and id = :id and anonymised_on is null for update",
                Values.of(within.parameters()).and("id", id),
                AbsenceStore::absence);
    }

    Optional<Absence> lockOfTask(UUID taskId) {
        return database.first(SELECT + " task_id = :task for update", Map.of("task", taskId), AbsenceStore::absence);
    }

    /** Suspected for so long that they are dropouts; other replicas pass them by. */
    List<Absence> lockRipe(LocalDate absentSince, int limit) {
        return database.list(
                SELECT
                        + " state = 'SUSPECTED' and anonymised_on is null and absent_since <= :day"
                        + " order by id limit :limit for update skip locked",
                Map.of("day", absentSince, "limit", limit),
                AbsenceStore::absence);
    }

    /** False where the task, or an open absence of the pupil, is a case already. */
    boolean open(Absence opened, Long taskRevision, String evidence, Actor by) {
        int inserted = database.update(
                """
                insert into absence (id, task_id, task_revision, student_id, unit_code, school_code, town, birth_year, stage,
                  absent_since, state, opened_at, version)
                values (:id, :task, :taskRevision, :student, :unit, :school, :town, :birthYear, :stage, :since, :state, :at, :version)
                on conflict do nothing""",
                Values.of("id", opened.id())
                        .and("task", opened.taskId())
                        .and("taskRevision", taskRevision)
                        .and("student", opened.studentId())
                        .and("unit", opened.unit())
                        .and("school", opened.schoolCode())
                        .and("town", opened.town())
                        .and("birthYear", opened.birthYear())
                        .and("stage", opened.stage())
                        .and("since", opened.absentSince())
                        .and("state", opened.state())
                        .and("at", opened.openedAt())
                        .and("version", opened.version()));
        if (inserted == 0) {
            return false;
        }
        step(opened, null, null, opened.absentSince(), evidence, by);
        return true;
    }

    /** The row must be locked. */
    Absence move(Absence absence, Occasion occasion, LocalDate onDay, String evidence, Actor by) {
        AbsenceState next = AbsenceTransitions.of(absence.state(), occasion);
        database.update(
                "update absence set state = :state, version = version + 1 where id = :id",
                Map.of("id", absence.id(), "state", next));
        Absence moved = find(absence.id(), Jurisdiction.BUREAU).orElseThrow();
        step(moved, occasion, absence.state(), onDay, evidence, by);
        return moved;
    }

    /** Takes over what the registry says by now; false where it was known. */
    boolean follow(ReverseCheckAnswer told, LocalDate absentSince) {
        return database.update(
                        """
                        update absence set task_revision = :revision, absent_since = coalesce(:since, absent_since)
                        where task_id = :task and task_revision < :revision""",
                        Values.of("task", told.taskId())
                                .and("revision", told.revision())
                                .and("since", absentSince))
                == 1;
    }

    List<AbsenceAct> acts(UUID id) {
        return database.list(
                """
                select occasion, from_state, to_state, on_day, evidence, actor_name, at from absence_act
                where absence_id = :id order by version""",
                Map.of("id", id),
                row -> new AbsenceAct(
                        Rows.constant(row, 1, Occasion.class),
                        Rows.constant(row, 2, AbsenceState.class),
                        Rows.constant(row, 3, AbsenceState.class),
                        row.getObject(4, LocalDate.class),
                        row.getString(5),
                        row.getString(6),
                        Rows.instant(row, 7)));
    }

    /** Whose word the last step was. */
    String lastActor(Absence absence) {
        return database.first(
                        "select actor from absence_act where absence_id = :id and version = :version",
                        Map.of("id", absence.id(), "version", absence.version()),
                        row -> row.getString(1))
                .orElseThrow();
    }

    private void step(
            Absence reached, Occasion occasion, AbsenceState from, LocalDate onDay, String evidence, Actor by) {
        database.update(
                """
                insert into absence_act (absence_id, version, occasion, from_state, to_state, on_day, evidence, actor,
                  actor_name, at)
                values (:id, :version, :occasion, :from, :to, :day, :evidence, :by, :name, :now)""",
                Values.of("id", reached.id())
                        .and("version", reached.version())
                        .and("occasion", occasion)
                        .and("from", from)
                        .and("to", reached.state())
                        .and("day", onDay)
                        .and("evidence", evidence)
                        .and("by", by.id())
                        .and("name", by.name())
                        .and("now", clock.now()));
    }

    private static Absence absence(ResultSet row) throws SQLException {
        return new Absence(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getObject(7, Integer.class),
                row.getString(8),
                row.getObject(9, LocalDate.class),
                Rows.constant(row, 10, AbsenceState.class),
                Rows.instant(row, 11),
                row.getLong(12),
                row.getObject(13, LocalDate.class));
    }
}
