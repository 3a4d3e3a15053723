package cn.gov.zhuozhou.aid.disbursement.elsewhere;

import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** What is told of aid elsewhere, and which awards of ours stand beside it. */
@ApplicationScoped
class AidedElsewhere {
    /**
     * An award of a pupil a school elsewhere said it aids in the same semester.
     *
     * @param amountFen null for a waiver at the school's own charge
     * @param said the programme as told
     * @param sameProgramme whether the programme told is the award's: aid paid twice
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Pair(
            UUID awardId,
            UUID studentId,
            String studentName,
            String schoolCode,
            String semester,
            String programme,
            String programmeName,
            Long amountFen,
            String state,
            UUID outOfAreaStudentId,
            String said,
            long amountElsewhereFen,
            boolean sameProgramme) {}

    private static final String PAIRS = """
            select a.id, a.student_id, p.name, a.school_code, a.semester, a.programme, a.programme_name, a.amount_fen, a.state,
              e.out_of_area_student_id, e.programme, e.amount_fen,
              e.programme in (g.code, g.name_zh, g.name_en) or exists (
                select 1 from programme_elsewhere w where w.said = e.programme and w.programme = a.programme)
            from aided_elsewhere e
            join award a on a.student_id = e.student_id and a.semester = e.semester and a.state <> 'STOPPED'
            join programme g on g.code = a.programme
            join pupil p on p.student_id = a.student_id
            where e.semester = :semester and (:ownSchool::text is null or a.school_code = :ownSchool)
              and (:ownTown::text is null or a.school_town = :ownTown)
              and (:after::uuid is null or a.id > :after)
              and a.id in (
                select b.id from aided_elsewhere f
                join award b on b.student_id = f.student_id and b.semester = f.semester and b.state <> 'STOPPED'
                where f.semester = :semester and (:ownSchool::text is null or b.school_code = :ownSchool)
                  and (:ownTown::text is null or b.school_town = :ownTown) and (:after::uuid is null or b.id > :after)
                group by b.id order by b.id limit :awards)
            order by a.id, e.position""";

    @Inject
    Database database;

    /** Does nothing where more is known already. */
    void keep(OutOfAreaChange change, long revision) {
        int newer = database.update(
                """
                insert into out_of_area_pupil as o (out_of_area_student_id, revision, student_id)
                values (:id, :revision, :student)
                on conflict (out_of_area_student_id) do update
                  set revision = excluded.revision, student_id = excluded.student_id
                  where o.revision < excluded.revision""",
                Values.of("id", change.outOfAreaStudentId())
                        .and("revision", revision)
                        .and("student", change.studentId()));
        if (newer == 1) {
            replace(change);
        }
    }

    /** All pairs of the next awards, in the order of these. */
    List<Pair> pairs(Semester semester, Jurisdiction within, UUID after, int awards) {
        return database.list(
                PAIRS,
                Values.of(within.parameters())
                        .and("semester", semester.code())
                        .and("after", after)
                        .and("awards", awards),
                AidedElsewhere::pair);
    }

    private void replace(OutOfAreaChange change) {
        database.update(
                "delete from aided_elsewhere where out_of_area_student_id = :id",
                Values.of("id", change.outOfAreaStudentId()));
        database.batch(
                """
                insert into aided_elsewhere (out_of_area_student_id, position, student_id, semester, programme, amount_fen)
                values (:id, :position, :student, :semester, :programme, :amount)""",
                IntStream.range(0, change.aids().size()).boxed().toList(),
                i -> Values.of("id", change.outOfAreaStudentId())
                        .and("position", i + 1)
                        .and("student", change.studentId())
                        .and("semester", change.aids().get(i).semester().code())
                        .and("programme", change.aids().get(i).programme().strip())
                        .and("amount", change.aids().get(i).amountFen()));
    }

    private static Pair pair(ResultSet row) throws SQLException {
        return new Pair(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getObject(8, Long.class),
                row.getString(9),
                row.getObject(10, UUID.class),
                row.getString(11),
                row.getLong(12),
                row.getBoolean(13));
    }
}
