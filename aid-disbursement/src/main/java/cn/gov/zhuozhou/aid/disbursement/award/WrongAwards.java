package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keeps the newest state of each finding about aid without valid basis, as inspection last told of it. */
@ApplicationScoped
class WrongAwards {
    private static final String KEEP = """
            insert into wrong_award as w (finding_id, revision, student_id, semester, stands, text_zh, text_en, legal_basis)
            values (:finding, :revision, :student, :semester, :stands, :zh, :en, :legalBasis)
            on conflict (finding_id) do update set
              revision = excluded.revision, student_id = excluded.student_id, semester = excluded.semester,
              stands = excluded.stands, text_zh = excluded.text_zh, text_en = excluded.text_en,
              legal_basis = excluded.legal_basis
            where w.revision < excluded.revision
            returning new.stands is distinct from coalesce(old.stands, false)
            """;

    private static final String STANDING = """
            select finding_id, text_zh, text_en, legal_basis from wrong_award
            where student_id = :student and stands and semester_first_day(semester) <= :day
            order by finding_id limit 1
            """;

    @Inject
    Database database;

    /** True where the finding begins or ceases to stand; older news than what is known changes nothing. */
    boolean keep(FindingChange change, long revision) {
        FindingChange.Why why = change.reasons().getFirst();
        return database.first(
                        KEEP,
                        Values.of("finding", change.findingId())
                                .and("revision", revision)
                                .and("student", change.studentId())
                                .and("semester", change.semester().code())
                                .and("stands", change.confirmedAndOpen())
                                .and("zh", why.text())
                                .and("en", why.textEn())
                                .and("legalBasis", why.legalBasis()),
                        row -> row.getBoolean(1))
                .orElse(false);
    }

    /** What was confirmed against a pupil's awards of a semester: what was found then or earlier and is not closed. */
    Optional<WrongAward> against(UUID studentId, Semester semester) {
        return database.first(
                STANDING,
                Map.of("student", studentId, "day", semester.firstDay()),
                row -> new WrongAward(
                        row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getString(4)));
    }
}
