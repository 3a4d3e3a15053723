package cn.gov.zhuozhou.aid.disbursement.quota;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Stage;
import cn.gov.zhuozhou.aid.disbursement.quota.QuotaRules.Rule;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Set;

/** What quotas are counted by, from a semester on. */
@Path("/api/v1/quota-rules")
@RunOnVirtualThread
class QuotaRuleResource {
    record RuleRequest(
            @NotBlank String programme,
            @NotNull Semester effectiveFrom,
            @NotNull @Min(1) @Max(1000) Integer permille,
            @NotEmpty Set<Stage> stages,
            @NotNull Set<@Pattern(regexp = "[A-Z_]{2,30}") String> directCategories,
            @NotBlank @Size(max = 200) String document) {}

    @Inject
    QuotaRules rules;

    @Inject
    CurrentActor currentActor;

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public QuotaRules.RuleList rules() {
        return rules.all();
    }

    @POST
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Response add(@NotNull @Valid RuleRequest asked) {
        var rule = new Rule(
                asked.programme(),
                asked.effectiveFrom(),
                asked.permille(),
                asked.stages(),
                asked.directCategories(),
                asked.document());
        rules.add(rule, currentActor.requireBureau());
        return Response.status(Response.Status.CREATED).entity(rule).build();
    }
}
