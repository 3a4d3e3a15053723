package cn.gov.zhuozhou.aid.disbursement.policy;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.PolicySet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The policy set in force in a semester. A set is read again only when its revision has moved, on whichever replica. */
@ApplicationScoped
public class PolicySets {
    @Inject
    Database database;

    @Inject
    PolicyRows rows;

    private final Map<Semester, PolicySet> read = new ConcurrentHashMap<>();

    /** Empty where no set was in force: nothing is granted for such a semester. */
    public Optional<PolicySet> in(Semester semester) {
        Optional<SetRevision> current = current(semester);
        if (current.isEmpty()) {
            return Optional.empty();
        }
        SetRevision set = current.get();
        PolicySet known = read.get(semester);
        if (known == null || !known.version().equals(set.label())) {
            known = rows.read(set.version(), set.label(), semester);
            read.put(semester, known);
        }
        return Optional.of(known);
    }

    private record SetRevision(String version, long revision) {
        String label() {
            return version + "/" + revision;
        }
    }

    private Optional<SetRevision> current(Semester semester) {
        String sql = """
                select version, revision from policy_set
                where state = 'IN_FORCE' and semester_first_day(effective_from) <= :day
                  and (effective_to is null or semester_first_day(effective_to) >= :day)
                order by semester_first_day(effective_from) desc limit 1
                """;
        return database.first(
                sql, Map.of("day", semester.firstDay()), row -> new SetRevision(row.getString(1), row.getLong(2)));
    }
}
