package cn.gov.zhuozhou.aid.accountability.retention;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.retention.RetainedRecords;
import cn.gov.zhuozhou.aid.chassis.retention.Retention;
import cn.gov.zhuozhou.aid.chassis.retention.RetentionRule;
import cn.gov.zhuozhou.aid.chassis.retention.RetentionRun;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** How long cases of dropout control name a person, and what takes that out when it is over. */
@Path("/api/v1/retention")
@RunOnVirtualThread
class RetentionResource {
    private static final RetainedRecords ABSENCES = new RetainedRecords("retention", "erase_absences");

    record RuleRequest(
            @NotNull AbsenceKind kind,
            @NotNull LocalDate validFrom,
            @Min(0) @Max(100) int keepYears,
            @NotBlank @Size(max = 300) String legalBasis) {}

    record RunRequest(@NotBlank @Size(max = 500) String reason) {}

    record DecisionRequest(
            @NotNull Boolean confirmed,
            @NotBlank @Size(max = 500) String opinion) {}

    @Inject
    Retention retention;

    @Inject
    CurrentActor currentActor;

    @GET
    @Path("rules")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public List<RetentionRule> rules() {
        return retention.rules(ABSENCES);
    }

    @POST
    @Path("rules")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional
    @Idempotent
    public Response add(@NotNull @Valid RuleRequest asked) {
        var rule =
                new RetentionRule(asked.kind().name(), asked.validFrom(), asked.keepYears(), asked.legalBasis(), false);
        retention.add(ABSENCES, rule, currentActor.requireBureau());
        return Response.status(Response.Status.CREATED).entity(rule).build();
    }

    /** Counts what is over; nothing goes before another person has confirmed it. */
    @POST
    @Path("runs")
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response ask(@NotNull @Valid RunRequest asked) {
        RetentionRun run = retention.ask(ABSENCES, asked.reason(), currentActor.requireBureau());
        return Response.created(URI.create("/api/v1/retention/runs/" + run.id()))
                .entity(run)
                .build();
    }

    @GET
    @Path("runs/{id}")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.AUDITOR})
    public RetentionRun show(@PathParam("id") UUID id) {
        currentActor.requireBureau();
        return retention.find(ABSENCES, id);
    }

    @POST
    @Path("runs/{id}/decision")
    @RolesAllowed(Roles.REVIEWER)
    @Transactional
    @Idempotent
    public RetentionRun decide(@PathParam("id") UUID id, @NotNull @Valid DecisionRequest asked) {
        return retention.decide(ABSENCES, id, asked.confirmed(), asked.opinion(), currentActor.requireBureau());
    }
}
