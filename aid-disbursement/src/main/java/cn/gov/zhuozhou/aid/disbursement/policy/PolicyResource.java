package cn.gov.zhuozhou.aid.disbursement.policy;

import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** Policy sets with their versions. No row tells of a person, so everybody with a role reads them. */
@Path("/api/v1/policies")
@RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR, Roles.ADMINISTRATOR})
@RunOnVirtualThread
class PolicyResource {
    /** A policy set, its rules counted. */
    record PolicySetView(
            String version,
            Long revision,
            String nameZh,
            String nameEn,
            String effectiveFrom,
            String effectiveTo,
            String state,
            Long rules,
            Long combinationRules) {}

    @Inject
    EntityManager database;

    @GET
    @SuppressWarnings("unchecked")
    public List<PolicySetView> policies() {
        return database.createNativeQuery("""
                        select s.version, s.revision, s.name_zh, s.name_en, s.effective_from, s.effective_to, s.state,
                               (select count(*) from eligibility_rule r where r.policy_version = s.version),
                               (select count(*) from combination_rule c where c.policy_version = s.version)
                        from policy_set s order by semester_first_day(s.effective_from), s.version
                        """, PolicySetView.class).getResultList();
    }
}
