package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What people look at; never beyond their jurisdiction. */
@ApplicationScoped
class IdentificationQueries {
    /** What a list is narrowed to; null parts do not narrow. */
    record Filter(String semester, String result, String state, String school) {}

    private static final String FROM = """
            from identification i
            join student s on s.id = i.student_id
            left join school c on c.code = s.school_code
            where (cast(:ownSchool as text) is null or s.school_code = :ownSchool)
              and (cast(:ownTown as text) is null or c.town = :ownTown)
            """;

    private static final String SELECT =
            "select " + IdentificationRows.COLUMNS + ", s.name, s.school_code, c.name, s.grade, s.class_name " + FROM;

    private static final String MATCHING = """
              and (cast(:semester as text) is null or i.semester = :semester)
              and (cast(:result as text) is null or i.result = :result)
              and (cast(:state as text) is null or i.state = :state)
              and (cast(:school as text) is null or s.school_code = :school)
            """;

    @Inject
    Database database;

    Page<IdentificationView> list(Filter filter, Jurisdiction own, Paging paging) {
        Map<String, Object> values = values(filter, own);
        values.put("after", paging.afterId());
        String sql = SELECT + MATCHING + " and (cast(:after as uuid) is null or i.id > :after) order by i.id limit "
                + (paging.limit() + 1);
        return Page.of(database.list(sql, values, IdentificationQueries::view), paging.limit(), IdentificationView::id);
    }

    Optional<IdentificationView> find(UUID id, Jurisdiction own) {
        Map<String, Object> values = own.parameters();
        values.put("id", id);
        return database.first(SELECT + " and i.id = :id", values, IdentificationQueries::view);
    }

    /** Ids of all that match, for acts on many at once. */
    List<UUID> ids(Filter filter, Jurisdiction own) {
        return database.list(
                "select i.id " + FROM + MATCHING + " order by i.id",
                values(filter, own),
                row -> row.getObject(1, UUID.class));
    }

    boolean seesStudent(UUID studentId, Jurisdiction own) {
        Map<String, Object> values = own.parameters();
        values.put("student", studentId);
        return database.first("""
                        select 1 from student s left join school c on c.code = s.school_code
                        where s.id = :student
                          and (cast(:ownSchool as text) is null or s.school_code = :ownSchool)
                          and (cast(:ownTown as text) is null or c.town = :ownTown)
                        """, values, row -> row.getInt(1)).isPresent();
    }

    /** Working days the proposal is posted, the longer where kinds of notices differ; the terms are the public notice's data. */
    int noticeDays(UUID id, LocalDate on) {
        return database.first("""
                        select max(notice_working_days(kind, array[s.stage], :day))
                        from identification i join student s on s.id = i.student_id,
                          unnest(array['PERIOD_GENERAL', 'PERIOD_REG_POOR']) kind
                        where i.id = :id
                        """, Map.of("id", id, "day", on), row -> row.getInt(1))
                .orElseThrow();
    }

    private static Map<String, Object> values(Filter filter, Jurisdiction own) {
        Map<String, Object> values = own.parameters();
        values.put("semester", filter.semester());
        values.put("result", filter.result());
        values.put("state", filter.state());
        values.put("school", filter.school());
        return values;
    }

    private static IdentificationView view(ResultSet row) throws SQLException {
        Identification i = IdentificationRows.read(row);
        Standing inForce = i.inForce().standing();
        Standing proposed = i.proposal().standing();
        return new IdentificationView(
                i.id(),
                i.studentId(),
                row.getString(26),
                row.getString(27),
                row.getString(28),
                row.getInt(29),
                row.getString(30),
                i.semester(),
                i.result(),
                i.state(),
                inForce.identified(),
                inForce.level(),
                inForce.categories(),
                i.inForce().since(),
                new IdentificationView.Proposed(proposed.identified(), proposed.level(), proposed.categories()),
                i.ground().basis(),
                i.ground().valid(),
                i.ground().rulingId(),
                i.proposal().noticeId(),
                i.proposal().by().name(),
                i.version());
    }
}
