package cn.gov.zhuozhou.aid.registry.application;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;

/** Telling families before applications open, and the proof that they were told. */
@Path("/api/v1/advance-notices")
@RunOnVirtualThread
class AdvanceNoticeResource {
    record IssueRequest(
            @NotBlank String semester,
            @NotBlank String schoolCode,
            @NotNull LocalDate opensOn,
            LocalDate closesOn) {}

    record PeriodRequest(@NotNull LocalDate opensOn, LocalDate closesOn) {}

    record DeliveryRequest(
            @NotNull AdvanceNotice.Means means,
            @NotNull LocalDate deliveredOn,
            @Min(1) int reached,
            @Min(0) Integer receipts,
            @NotBlank @Size(max = 200) String reference) {
        AdvanceNotice.Delivery delivery() {
            return new AdvanceNotice.Delivery(means, deliveredOn, reached, receipts, reference);
        }
    }

    @Inject
    AdvanceNotices notices;

    @Inject
    CurrentActor currentActor;

    @POST
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response issue(@NotNull @Valid IssueRequest request) {
        AdvanceNotice issued = notices.issue(
                request.schoolCode(),
                Codes.semester(request.semester()),
                request.opensOn(),
                request.closesOn(),
                currentActor.get());
        return Versions.created("/api/v1/advance-notices/" + issued.id(), issued, issued.version());
    }

    @PUT
    @Path("{id}/period")
    @RolesAllowed(Roles.CLERK)
    @Transactional
    public Response reschedule(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid PeriodRequest request) {
        return answer(notices.reschedule(id, ifMatch, request.opensOn(), request.closesOn(), currentActor.get()));
    }

    @POST
    @Path("{id}/deliveries")
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response deliver(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid DeliveryRequest request) {
        return answer(notices.deliver(id, ifMatch, request.delivery(), currentActor.get()));
    }

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<AdvanceNotice> list(
            @QueryParam("semester") String semester, @QueryParam("school") String school, @BeanParam Paging paging) {
        return notices.list(semester, school, currentActor.jurisdiction(), paging);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Response show(@PathParam("id") UUID id) {
        return answer(notices.find(id, currentActor.jurisdiction()).orElseThrow(ProblemException::notFound));
    }

    private static Response answer(AdvanceNotice notice) {
        return Versions.seen(notice, notice.version());
    }
}
