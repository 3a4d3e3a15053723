package cn.gov.zhuozhou.aid.chassis.retention;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/**
 * What every resource of retained records has, at {@code /api/v1/<word of the records>}. Rules are entered by the resource itself, for
 * it knows the kinds.
 */
public abstract class RetentionOperations {
    public record RunRequest(@NotBlank @Size(max = 500) String reason) {}

    public record DecisionRequest(
            @NotNull Boolean confirmed,
            @NotBlank @Size(max = 500) String opinion) {}

    private final RetainedRecords records;

    @Inject
    Retention retention;

    @Inject
    CurrentActor currentActor;

    protected RetentionOperations(RetainedRecords records) {
        this.records = records;
    }

    @GET
    @Path("rules")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public List<RetentionRule> rules() {
        return retention.rules(records);
    }

    /** Counts what is over; nothing goes before another person has confirmed it. */
    @POST
    @Path("runs")
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response ask(@NotNull @Valid RunRequest asked) {
        RetentionRun run = retention.ask(records, asked.reason(), currentActor.requireBureau());
        return Response.created(URI.create("/api/v1/" + records.word() + "/runs/" + run.id()))
                .entity(run)
                .build();
    }

    @GET
    @Path("runs/{id}")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.AUDITOR})
    public RetentionRun show(@PathParam("id") UUID id) {
        currentActor.requireBureau();
        return retention.find(records, id);
    }

    @POST
    @Path("runs/{id}/decision")
    @RolesAllowed(Roles.REVIEWER)
    @Transactional
    @Idempotent
    public RetentionRun decide(@PathParam("id") UUID id, @NotNull @Valid DecisionRequest asked) {
        return retention.decide(records, id, asked.confirmed(), asked.opinion(), currentActor.requireBureau());
    }

    protected Response entered(RetentionRule rule) {
        retention.add(records, rule, currentActor.requireBureau());
        return Response.status(Response.Status.CREATED).entity(rule).build();
    }
}
