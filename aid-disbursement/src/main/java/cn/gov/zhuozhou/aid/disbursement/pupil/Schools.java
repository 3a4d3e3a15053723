package cn.gov.zhuozhou.aid.disbursement.pupil;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.SchoolKind;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.SchoolNature;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What each school was and when it became known; only added to. */
@ApplicationScoped
public class Schools {
    private record Known(long revision, School school) {}

    private static final String NEWEST = """
            select town, kind, nature, withdrawn, revision from school_state where code = :code order by revision desc limit 1
            """;

    // As it was when the semester ended; one first told of later is taken to have been so before.
    private static final String IN_SEMESTER = """
            select distinct on (code) town, kind, nature, withdrawn, code from school_state
            where :code::text is null or code = :code
            order by code, (since < :end) desc, case when since < :end then -revision else revision end
            """;

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    /** Whether policy has something else to look at now; false, too, where the change is older than what is known. */
    public boolean keep(SchoolChange change, long revision) {
        Optional<Known> before = database.first(
                NEWEST, Map.of("code", change.schoolCode()), row -> new Known(row.getLong(5), school(row)));
        if (before.filter(known -> known.revision() >= revision).isPresent()) {
            return false;
        }
        database.update(
                """
                insert into school_state (code, revision, since, name, stage, town, kind, nature, withdrawn)
                values (:code, :revision, :today, :name, :stage, :town, :kind, :nature, :withdrawn)
                """,
                Values.of("code", change.schoolCode())
                        .and("revision", revision)
                        .and("today", clock.today())
                        .and("name", change.name())
                        .and("stage", change.stage())
                        .and("town", change.town())
                        .and("kind", change.kind())
                        .and("nature", change.nature())
                        .and("withdrawn", change.withdrawn()));
        return !change.school().equals(before.map(Known::school).orElse(School.UNKNOWN));
    }

    /** What a school is in a semester; of one nobody told of nothing is known. */
    public School in(Semester semester, String code) {
        return read(semester, code).getOrDefault(code, School.UNKNOWN);
    }

    /** All that are known, by code. */
    public Map<String, School> in(Semester semester) {
        return read(semester, null);
    }

    private Map<String, School> read(Semester semester, String code) {
        Map<String, School> found = new HashMap<>();
        database.list(
                IN_SEMESTER,
                Values.of("code", code).and("end", semester.next().firstDay()),
                row -> found.put(row.getString(5), school(row)));
        return found;
    }

    private static School school(ResultSet row) throws SQLException {
        return row.getBoolean(4)
                ? School.UNKNOWN
                : new School(
                        row.getString(1),
                        Rows.constant(row, 2, SchoolKind.class),
                        Rows.constant(row, 3, SchoolNature.class));
    }
}
