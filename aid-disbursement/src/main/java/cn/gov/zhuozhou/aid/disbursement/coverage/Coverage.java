package cn.gov.zhuozhou.aid.disbursement.coverage;

import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicySets;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.PolicySet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Asks of every pupil identified in force and in school what he must be aided by, and whether he is. */
@ApplicationScoped
class Coverage {
    /** What narrows the lines; each part may be null. */
    record Filter(String school, String programme, Outcome outcome, Boolean registeredPoor, Boolean discontinued) {
        boolean takes(CoverageLine line) {
            return (programme == null || programme.equals(line.programme()))
                    && (outcome == null || outcome == line.outcome())
                    && (registeredPoor == null || registeredPoor == line.registeredPoor())
                    && (discontinued == null || discontinued == line.discontinued());
        }
    }

    @Inject
    Claimants claimants;

    @Inject
    PolicySets policies;

    CoverageSummary summary(Semester semester, String school, Jurisdiction own) {
        var tally = new CoverageSummary.Tally();
        forEachPupil(semester, school, own, tally::add);
        return tally.summary(semester.code());
    }

    /** Whole pupils until there are more lines than asked for; a page is cut behind a pupil. */
    List<CoverageLine> lines(Semester semester, Filter filter, Jurisdiction own, UUID afterStudent, int most) {
        Optional<PolicySet> policy = policies.in(semester);
        List<CoverageLine> lines = new ArrayList<>();
        policy.ifPresent(set -> claimants.forEach(set, filter.school(), own, afterStudent, pupil -> {
            CoverageLine.of(pupil, set).stream().filter(filter::takes).forEach(lines::add);
            return lines.size() <= most;
        }));
        return lines;
    }

    void forEachPupil(Semester semester, String school, Jurisdiction own, Consumer<List<CoverageLine>> consumer) {
        policies.in(semester)
                .ifPresent(set -> claimants.forEach(set, school, own, null, pupil -> {
                    consumer.accept(CoverageLine.of(pupil, set));
                    return true;
                }));
    }
}
