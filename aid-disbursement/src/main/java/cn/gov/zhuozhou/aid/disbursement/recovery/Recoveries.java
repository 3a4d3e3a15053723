package cn.gov.zhuozhou.aid.disbursement.recovery;

import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What was asked back, and what it comes to at most. */
@ApplicationScoped
public class Recoveries {
    /**
     * Money asked back.
     *
     * @param atMostFen granted by awards once approved; what of it was frozen or paid stands in items
     */
    record Recovery(
            UUID id,
            UUID studentId,
            String studentName,
            String schoolCode,
            List<String> semesters,
            String reason,
            String legalBasis,
            LocalDate askedOn,
            long atMostFen) {}

    /**
     * An award money is asked back of.
     *
     * @param receivedFen what was frozen or paid of it and not given back yet
     * @param openFen what of it items still ask back
     */
    record Line(
            UUID awardId,
            String semester,
            String programme,
            String programmeName,
            long amountFen,
            long receivedFen,
            long openFen) {}

    private static final String SELECT = """
            select r.id, r.student_id, p.name, p.school_code, r.semesters, r.reason, r.legal_basis, r.asked_on,
                coalesce((select sum(l.amount_fen) from recovery_award l where l.recovery_id = r.id), 0)
            from recovery r left join pupil p on p.student_id = r.student_id
            where (cast(:ownSchool as text) is null or p.school_code = :ownSchool)
              and (cast(:ownTown as text) is null or p.school_town = :ownTown)
            """;

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    /** False where it is known already. */
    public boolean keep(RecoveryAsked asked, long revision) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", asked.recoveryId());
        values.put("student", asked.studentId());
        values.put("revision", revision);
        values.put("semesters", asked.semesters().stream().map(Semester::code).toList());
        values.put("reason", asked.reason());
        values.put("basis", asked.legalBasis());
        values.put("on", asked.askedOn());
        values.put("now", clock.now());
        int inserted = database.update("""
                insert into recovery (id, student_id, revision, semesters, reason, legal_basis, asked_on, received_at)
                values (:id, :student, :revision, :semesters, :reason, :basis, :on, :now)
                on conflict (id) do nothing
                """, values);
        if (inserted == 1) {
            database.update("""
                    insert into recovery_award (recovery_id, award_id, amount_fen)
                    select :id, a.id, a.amount_fen from award a
                    where a.student_id = :student and a.semester = any (:semesters) and a.amount_fen is not null
                      and exists (select 1 from award_history h where h.award_id = a.id and h.event = 'APPROVED')
                    """, values);
        }
        return inserted == 1;
    }

    /** Why no aid is granted in a semester that money is asked back of; empty where none is. */
    public Optional<Reason> bars(UUID studentId, Semester semester) {
        return database.first(
                """
                select reason, legal_basis from recovery
                where student_id = :student and :semester = any (semesters) order by id limit 1
                """,
                Map.of("student", studentId, "semester", semester.code()),
                row -> barring(row.getString(1), row.getString(2)));
    }

    /** What a recovery says against any award of its semesters. */
    public static Reason barring(String code, String legalBasis) {
        return new Reason(
                code,
                "经核实提供虚假信息，取消资助并追回资金",
                "A false statement was confirmed: aid is cancelled and the money asked back",
                legalBasis);
    }

    Optional<Recovery> find(UUID id, Jurisdiction own) {
        Map<String, Object> values = own.parameters();
        values.put("id", id);
        return database.first(SELECT + " and r.id = :id", values, Recoveries::read);
    }

    Page<Recovery> list(String semester, String school, UUID student, Jurisdiction own, Paging paging) {
        Map<String, Object> values = own.parameters();
        values.put("semester", semester);
        values.put("school", school);
        values.put("student", student);
        values.put("after", paging.afterId());
        String narrowed = SELECT + """
                  and (cast(:semester as text) is null or :semester = any (r.semesters))
                  and (cast(:school as text) is null or p.school_code = :school)
                  and (cast(:student as uuid) is null or r.student_id = :student)
                  and (cast(:after as uuid) is null or r.id > :after)
                order by r.id limit %d
                """.formatted(paging.limit() + 1);
        return Page.of(database.list(narrowed, values, Recoveries::read), paging.limit(), Recovery::id);
    }

    List<Line> lines(UUID recoveryId) {
        return database.list(
                """
                select a.id, a.semester, a.programme, a.programme_name, l.amount_fen, m.received_fen,
                       (select coalesce(sum(i.open_fen), 0) from recovery_item_now i where i.award_id = a.id)
                from recovery_award l join award a on a.id = l.award_id join award_money m on m.award_id = a.id
                where l.recovery_id = :recovery order by a.id
                """,
                Map.of("recovery", recoveryId),
                row -> new Line(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7)));
    }

    private static Recovery read(ResultSet row) throws SQLException {
        return new Recovery(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                Rows.strings(row, 5),
                row.getString(6),
                row.getString(7),
                row.getObject(8, LocalDate.class),
                row.getLong(9));
    }
}
