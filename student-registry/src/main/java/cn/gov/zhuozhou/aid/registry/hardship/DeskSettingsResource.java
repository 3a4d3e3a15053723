package cn.gov.zhuozhou.aid.registry.hardship;

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
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;

/** Reason codes, deadlines and school ages: data an administrator of the bureau changes. Dated sets are added, never changed. */
@Path("/api/v1")
@RunOnVirtualThread
class DeskSettingsResource {
    enum Act {
        CONFIRMED,
        REJECTED,
        UNDONE
    }

    record ReasonRequest(
            @NotNull Act act,
            @NotBlank @Size(max = 100) String zh,
            @NotBlank @Size(max = 200) String en,
            boolean active) {}

    record DeadlineRequest(
            @NotNull Deadlines.Work work,
            @Min(1) @Max(250) int workingDays,
            @NotNull LocalDate validFrom) {}

    record AgeRange(
            @NotNull SchoolAges.Stage stage,
            @Min(0) @Max(40) int fromAge,
            @Min(0) @Max(40) int toAge) {}

    record AgesRequest(
            @NotBlank String source,
            boolean task,
            @NotNull LocalDate validFrom,
            @NotEmpty @Size(max = 5) List<@NotNull @Valid AgeRange> ranges) {}

    record ReasonList(List<Reasons.Reason> items) {}

    record DeadlineList(List<Deadlines.Deadline> items) {}

    record AgeList(List<SchoolAges.Range> items) {}

    @Inject
    DeskSettings settings;

    @Inject
    Reasons reasons;

    @Inject
    Deadlines deadlines;

    @Inject
    SchoolAges ages;

    @Inject
    CurrentActor actor;

    @GET
    @Path("decision-reasons")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public ReasonList reasons() {
        return new ReasonList(reasons.list());
    }

    @PUT
    @Path("decision-reasons/{code}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional
    public ReasonList putReason(
            @PathParam("code") @Pattern(regexp = "[A-Z][A-Z_]{1,39}") String code,
            @NotNull @Valid ReasonRequest request) {
        settings.putReason(
                new Reasons.Reason(code, request.act().name(), request.zh(), request.en(), request.active()),
                actor.requireBureau());
        return reasons();
    }

    @GET
    @Path("desk-deadlines")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public DeadlineList deadlines() {
        return new DeadlineList(deadlines.all());
    }

    @POST
    @Path("desk-deadlines")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional
    @Idempotent
    public Response addDeadline(@NotNull @Valid DeadlineRequest request) {
        settings.addDeadline(
                new Deadlines.Deadline(request.work(), request.workingDays(), request.validFrom()),
                actor.requireBureau());
        return Response.status(Response.Status.CREATED).entity(deadlines()).build();
    }

    @GET
    @Path("school-ages")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public AgeList ages() {
        return new AgeList(ages.all());
    }

    @POST
    @Path("school-ages")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional
    @Idempotent
    public Response addAges(@NotNull @Valid AgesRequest request) {
        List<SchoolAges.Range> set = request.ranges().stream()
                .map(range -> new SchoolAges.Range(
                        request.source(),
                        range.stage(),
                        range.fromAge(),
                        range.toAge(),
                        request.task(),
                        request.validFrom()))
                .toList();
        settings.addAges(request.source(), set, actor.requireBureau());
        return Response.status(Response.Status.CREATED).entity(ages()).build();
    }
}
