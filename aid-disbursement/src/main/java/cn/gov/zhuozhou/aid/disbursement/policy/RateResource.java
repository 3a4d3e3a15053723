package cn.gov.zhuozhou.aid.disbursement.policy;

import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.disbursement.SemesterCode;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.PolicySet;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Rate;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What programmes pay in a semester, under the set in force then or under {@code policy}. Rates change by a draft of a set. */
@Path("/api/v1/rates")
@RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR, Roles.ADMINISTRATOR})
@RunOnVirtualThread
class RateResource {
    /** A rate in effect; {@code amountFen} is fen per period, null for a waiver at the school's own charge. */
    record RateView(
            String policyVersion,
            String programme,
            String key,
            Long amountFen,
            String period,
            Semester effectiveFrom,
            Semester effectiveTo,
            String document) {}

    @Inject
    PolicySets policies;

    @GET
    public List<RateView> rates(@QueryParam("semester") String code, @QueryParam("policy") String policy) {
        Semester semester = SemesterCode.required(code);
        Optional<PolicySet> set = policy == null ? policies.in(semester) : policies.named(policy, semester);
        return set.stream()
                .flatMap(s -> s.programmes().keySet().stream()
                        .flatMap(programme -> s.rates(programme).values().stream())
                        .sorted(Comparator.comparing(Rate::programme).thenComparing(Rate::key))
                        .map(rate -> view(s.version(), rate)))
                .toList();
    }

    private static RateView view(String version, Rate rate) {
        return new RateView(
                version,
                rate.programme(),
                rate.key(),
                rate.amountFen(),
                rate.period().name(),
                rate.from(),
                rate.to(),
                rate.legalBasis());
    }
}
