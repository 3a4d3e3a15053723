package cn.gov.zhuozhou.aid.accountability.organisation;

import cn.gov.zhuozhou.aid.accountability.AccountabilityProblem;
import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Staff lists of the whole county: uploading one, and what became of it. */
@Path("/api/v1/feeds")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class StaffBatchResource {
    @Inject
    StaffIntake intake;

    @Inject
    StaffBatches batches;

    @Inject
    CurrentActor currentActor;

    @Inject
    BusinessClock clock;

    @POST
    @Path("staff/batches")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    @APIResponseSchema(value = StaffBatchView.class, responseCode = "202")
    public Response receive(@QueryParam("asOf") String asOf, File file) throws IOException {
        var actor = currentActor.requireBureau();
        LocalDate day = day(asOf);
        byte[] content = StaffFile.readable(file);
        StaffBatch batch = intake.receive(day, content, actor);
        return Response.accepted(batch.view())
                .location(URI.create("/api/v1/feeds/batches/" + batch.id()))
                .build();
    }

    @GET
    @Path("batches/{id}")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public StaffBatchView show(@PathParam("id") UUID id) {
        return find(id).view();
    }

    @GET
    @Path("batches/{id}/rows")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public Page<StaffRow> rows(
            @PathParam("id") UUID id, @QueryParam("outcome") StaffRow.Outcome outcome, @BeanParam Paging paging) {
        find(id);
        var found = batches.rows(id, outcome, paging.afterNumber(), paging.limit() + 1);
        return Page.of(found, paging.limit(), StaffRow::line);
    }

    private StaffBatch find(UUID id) {
        currentActor.requireBureau();
        return batches.findByIdOptional(id).orElseThrow(ProblemException::notFound);
    }

    private LocalDate day(String asOf) {
        try {
            LocalDate day = LocalDate.parse(asOf == null ? "" : asOf);
            if (!day.isAfter(clock.today())) {
                return day;
            }
        } catch (DateTimeException e) {
            // answered below
        }
        throw new ProblemException(
                AccountabilityProblem.WRONG_AS_OF,
                Text.of(
                        "asOf 应为名单的截止日期，如 2019-03-01，且不晚于今天。",
                        "asOf must be the day the list is as of, like 2019-03-01, and not after today."));
    }
}
