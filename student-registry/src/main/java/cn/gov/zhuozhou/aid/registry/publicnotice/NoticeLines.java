package cn.gov.zhuozhou.aid.registry.publicnotice;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.registry.identification.NoticeOvertaken;
import cn.gov.zhuozhou.aid.registry.identification.rule.Stage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The lines of notices: which there should be, and what becomes of them. */
@ApplicationScoped
class NoticeLines {
    /** A school that has lines waiting for a notice of that kind. */
    record Waiting(String schoolCode, Notice.Kind kind) {}

    /**
     * Reviewed changes; and for the separate list whoever is identified as registered poor and has not been on that list this
     * semester.
     */
    private static final String CANDIDATES = """
            select i.id, s.school_code, s.stage, s.name, c.name school_name, s.grade, s.class_name, i.state = 'REVIEWED' pending,
                case when i.state = 'REVIEWED' then i.proposed_level else i.level end level,
                case when 'REG_POOR' = any (i.categories || i.proposed_categories) then 'REG_POOR' else 'GENERAL' end kind
            from identification i
            join student s on s.id = i.student_id
            join school c on c.code = s.school_code
            where i.semester = :semester
              and (cast(:ownSchool as text) is null or c.code = :ownSchool)
              and (cast(:ownTown as text) is null or c.town = :ownTown)
              and (i.state = 'REVIEWED'
                or (i.state <> 'ON_NOTICE' and i.identified and 'REG_POOR' = any (i.categories)
                  and not exists (select 1 from notice_line l join public_notice n on n.id = l.notice_id
                    where l.identification_id = i.id and n.kind = 'REG_POOR' and l.state <> 'WITHDRAWN')))
            """;

    @Inject
    Database database;

    List<Waiting> waiting(Map<String, ?> semesterAndOwn) {
        return database.list(
                "select distinct school_code, kind from (" + CANDIDATES + ") w order by school_code, kind",
                semesterAndOwn,
                row -> new Waiting(row.getString(1), Notice.Kind.valueOf(row.getString(2))));
    }

    /** The stages of those who wait for a notice of a school. */
    List<Stage> stages(Map<String, ?> values) {
        return database.list(
                "select distinct stage from (%s) w where school_code = :school and kind = :kind order by 1"
                        .formatted(CANDIDATES),
                values,
                row -> Stage.valueOf(row.getString(1)));
    }

    /** Writes the lines of a notice whose row is there already. */
    void insert(Map<String, ?> values) {
        database.update("""
                insert into notice_line (id, notice_id, identification_id, pending, name, school_name, grade, class_name,
                    level, state)
                select uuidv7(), :notice, id, pending, name, school_name, grade, class_name, level, 'LISTED'
                from (%s) w where school_code = :school and kind = :kind order by grade, class_name, name
                """.formatted(CANDIDATES), values);
    }

    List<NoticeLine> of(UUID noticeId) {
        return database.list(
                """
                select id, name, school_name, grade, class_name, level, state from notice_line
                where notice_id = :notice order by grade, class_name, name, id
                """,
                Map.of("notice", noticeId),
                row -> new NoticeLine(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getString(5),
                        row.getString(6),
                        NoticeLine.State.valueOf(row.getString(7))));
    }

    /** Identifications of undisputed lines that wait for the end of the notice. */
    List<UUID> pending(UUID noticeId) {
        return database.list(
                "select identification_id from notice_line where notice_id = :notice and pending and state = 'LISTED'",
                Map.of("notice", noticeId),
                row -> row.getObject(1, UUID.class));
    }

    /** The identification that waits for this line; none where it was only listed. */
    List<UUID> pendingOn(UUID lineId) {
        return database.list(
                "select identification_id from notice_line where id = :line and pending",
                Map.of("line", lineId),
                row -> row.getObject(1, UUID.class));
    }

    /** The identification of a line that has taken effect or never waited for it. */
    List<UUID> settledOn(UUID lineId) {
        return database.list(
                "select identification_id from notice_line where id = :line and (state = 'PASSED' or not pending)",
                Map.of("line", lineId),
                row -> row.getObject(1, UUID.class));
    }

    void passAll(UUID noticeId) {
        database.update(
                "update notice_line set state = 'PASSED' where notice_id = :notice and state = 'LISTED'",
                Map.of("notice", noticeId));
    }

    /** False where the line was in another state. */
    boolean move(UUID lineId, NoticeLine.State from, NoticeLine.State to) {
        return database.update(
                        "update notice_line set state = :to where id = :line and state = :from",
                        Map.of("line", lineId, "from", from, "to", to))
                == 1;
    }

    void overtaken(@Observes NoticeOvertaken event) {
        database.update("""
                update notice_line set state = 'WITHDRAWN'
                where identification_id = any (:ids) and pending and state in ('LISTED', 'SUSPENDED')
                """, Map.of("ids", event.identificationIds()));
    }
}
