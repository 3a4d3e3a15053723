package cn.gov.zhuozhou.aid.disbursement.policy;

import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** The catalogue everybody may read: programmes and policy sets. No row of it tells of a person. */
@Path("/api/v1")
@RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR, Roles.ADMINISTRATOR})
@RunOnVirtualThread
class PolicyResource {
    /** A programme; {@code effectiveTo} is null while no end is known. */
    record ProgrammeView(
            String code,
            String nameZh,
            String nameEn,
            String form,
            String payer,
            String effectiveFrom,
            String effectiveTo,
            String document,
            String note) {}

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
    @Path("programmes")
    @SuppressWarnings("unchecked")
    public List<ProgrammeView> programmes() {
        return database.createNativeQuery("""
                        select p.code, p.name_zh, p.name_en, p.form, p.payer, p.effective_from, p.effective_to,
                               d.title_zh, p.note
                        from programme p join document d on d.code = p.document order by p.code
                        """, ProgrammeView.class).getResultList();
    }

    @GET
    @Path("policies")
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
