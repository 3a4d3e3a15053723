package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What keeps pupils' place of a semester where it is ({@link PlaceOfSemester}): awards that are granted, and those of which money
 * is frozen or paid, be they ended since. Decisions, what-ifs and the coverage ask it by this one text.
 */
@ApplicationScoped
class SettledAwards {
    // Pupil by pupil (offset 0 keeps it so): joined otherwise, the money of every award of the semester is worked out
    // for each portion.
    private static final String SETTLED = """
            select s.student_id, %s
            from unnest(:students) s (student_id) cross join lateral (
              select * from award x
              where x.student_id = s.student_id and x.semester = :semester and x.application_id is null
                and (x.state <> 'STOPPED' and x.approved_by is not null
                  or (select m.received_fen > 0 or m.claimed_fen > 0 from award_money m where m.award_id = x.id))
              offset 0) a
            order by a.id
            """.formatted(Basis.COLUMNS);

    @Inject
    Database database;

    /** What each rests on, by pupil; who has none is left out. */
    Map<UUID, List<Basis>> of(Collection<UUID> students, Semester semester) {
        Map<UUID, List<Basis>> settled = new HashMap<>();
        database.list(
                SETTLED,
                Map.of("students", students, "semester", semester.code()),
                row -> settled.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                        .add(Basis.read(row, 2)));
        return settled;
    }
}
