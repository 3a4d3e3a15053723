package cn.gov.zhuozhou.aid.registry.retention;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;

/** How long which records are kept. */
@Path("/api/v1/retention/rules")
@RunOnVirtualThread
class RetentionRuleResource {
    record RuleRequest(
            @NotNull RecordKind kind,
            @NotNull LocalDate validFrom,
            @Min(0) @Max(100) int keepYears,
            @NotBlank @Size(max = 300) String legalBasis) {}

    record RuleView(RetentionRule rule, Text kind, RecordKind.Event after, Text event) {}

    @Inject
    RetentionRules rules;

    @Inject
    CurrentActor currentActor;

    @GET
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public List<RuleView> list() {
        return rules.all().stream().map(RetentionRuleResource::view).toList();
    }

    @POST
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional
    @Idempotent
    public Response add(@NotNull @Valid RuleRequest request) {
        RetentionRule added = rules.add(
                request.kind(),
                request.validFrom(),
                request.keepYears(),
                request.legalBasis(),
                currentActor.requireBureau());
        return Response.created(URI.create("/api/v1/retention/rules"))
                .entity(view(added))
                .build();
    }

    private static RuleView view(RetentionRule rule) {
        return new RuleView(
                rule,
                rule.kind().text(),
                rule.kind().event(),
                rule.kind().event().text());
    }
}
