package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.disbursement.pupil.School;
import cn.gov.zhuozhou.aid.disbursement.pupil.Schools;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Reads what many pupils' awards of a semester would be decided on. */
@ApplicationScoped
public class Prospects {
    private static final String FACTS = """
            select a.student_id, %s
            from (select student_id, :semester::text as semester from unnest(:students) s (student_id)) a
            left join pupil p on p.student_id = a.student_id
            %s
            """.formatted(SemesterFacts.COLUMNS, SemesterFacts.JOINS);

    @Inject
    Database database;

    @Inject
    SettledAwards settledAwards;

    @Inject
    Schools schools;

    @Inject
    BusinessClock clock;

    /** One of each pupil, be he known here or not. */
    public Map<UUID, Prospect> of(Collection<UUID> students, Semester semester) {
        Map<UUID, List<Basis>> settled = settledAwards.of(students, semester);
        Map<String, School> known = schools.in(semester);
        Function<String, School> byCode = code -> known.getOrDefault(code, School.UNKNOWN);
        Map<UUID, Prospect> prospects = new HashMap<>();
        database.list(FACTS, Map.of("students", students, "semester", semester.code(), "today", clock.today()), row -> {
            UUID id = row.getObject(1, UUID.class);
            return prospects.put(
                    id, new Prospect(SemesterFacts.read(row, 2), settled.getOrDefault(id, List.of()), byCode));
        });
        return prospects;
    }
}
