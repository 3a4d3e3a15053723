package cn.gov.zhuozhou.aid.disbursement.policy;

import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicyContent.DocumentRow;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Fee;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The aid programmes of a policy set, those that are only recorded included; without {@code policy} those of the set in force. */
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
            Set<Fee> waives,
            String effectiveFrom,
            String effectiveTo,
            String document,
            String note) {}

    @Inject
    PolicyStore store;

    @Inject
    BusinessClock clock;

    @GET
    public List<ProgrammeView> programmes(@QueryParam("policy") String policy) {
        PolicyContent content = (policy == null ? store.inForce(clock.semester()) : store.find(policy))
                .map(head -> store.content(head.version()))
                .orElseThrow(ProblemException::notFound);
        Map<String, String> titles =
                content.documents().stream().collect(Collectors.toMap(DocumentRow::code, DocumentRow::titleZh));
        return content.programmes().stream()
                .map(p -> new ProgrammeView(
                        p.code(),
                        p.nameZh(),
                        p.nameEn(),
                        p.form().name(),
                        p.payer().name(),
                        p.waives(),
                        p.effectiveFrom().code(),
                        p.effectiveTo() == null ? null : p.effectiveTo().code(),
                        titles.get(p.document()),
                        p.note()))
                .toList();
    }
}
