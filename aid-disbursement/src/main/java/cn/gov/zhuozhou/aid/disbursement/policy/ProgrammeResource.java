package cn.gov.zhuozhou.aid.disbursement.policy;

import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** The aid programmes, those that are only recorded included. */
@Path("/api/v1/programmes")
@RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR, Roles.ADMINISTRATOR})
@RunOnVirtualThread
class ProgrammeResource {
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

    @Inject
    EntityManager database;

    @GET
    @SuppressWarnings("unchecked")
    public List<ProgrammeView> programmes() {
        return database.createNativeQuery("""
                        select p.code, p.name_zh, p.name_en, p.form, p.payer, p.effective_from, p.effective_to,
                               d.title_zh, p.note
                        from programme p join document d on d.code = p.document order by p.code
                        """, ProgrammeView.class).getResultList();
    }
}
