package cn.gov.zhuozhou.aid.registry.export;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The checklist of entry into the national system for a semester (建档备案). */
@Path("/api/v1/filings/{semester}")
@RunOnVirtualThread
class FilingResource {
    static final String SEMESTER = "20[0-9]{2}-(spring|autumn)";

    record LockRequest(
            @NotNull LocalDate locksOn,
            @NotBlank @Size(max = 300) String source) {}

    record EntryRequest(
            @NotEmpty @Size(max = 1000) List<@NotNull UUID> studentIds,
            @NotNull LocalDate enteredOn) {}

    record EntryResult(int entered) {}

    @Inject
    FilingEntries filings;

    @Inject
    BusinessClock clock;

    @Inject
    CurrentActor currentActor;

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public FilingEntries.Checklist show(
            @PathParam("semester") @Pattern(regexp = SEMESTER) String semester,
            @QueryParam("school") String school,
            @QueryParam("filed") FilingEntries.Filed filed,
            @BeanParam Paging paging) {
        return filings.checklist(semester, school, filed, currentActor.jurisdiction(), paging);
    }

    @POST
    @Path("entries")
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public EntryResult enter(
            @PathParam("semester") @Pattern(regexp = SEMESTER) String semester, @NotNull @Valid EntryRequest request) {
        if (request.enteredOn().isAfter(clock.today())) {
            throw new ProblemException(
                    CommonProblem.INVALID_FIELDS, Text.of("录入日期不得晚于今天。", "enteredOn is today or earlier."));
        }
        return new EntryResult(
                filings.entered(semester, request.studentIds(), request.enteredOn(), currentActor.get()));
    }

    @POST
    @Path("locks")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional
    @Idempotent
    public Response lock(
            @PathParam("semester") @Pattern(regexp = SEMESTER) String semester, @NotNull @Valid LockRequest request) {
        var lock = new FilingEntries.Lock(semester, request.locksOn(), request.source());
        return Response.created(URI.create("/api/v1/filings/" + semester))
                .entity(filings.setLock(lock, currentActor.requireBureau()))
                .build();
    }
}
