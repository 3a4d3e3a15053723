package cn.gov.zhuozhou.aid.registry.publicnotice;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Downloads;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
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

/** Objections to lines of a notice, and their answers. */
@Path("/api/v1/public-notices/{id}/objections")
@RunOnVirtualThread
class ObjectionResource {
    record ObjectionRequest(
            @NotNull UUID lineId,
            @NotBlank @Size(max = 1000) String content,
            @Size(max = 50) String objector) {}

    record MinutesRequest(@NotBlank @Size(max = 2000) String minutes) {}

    record AppealRequest(@NotBlank @Size(max = 1000) String grounds) {}

    enum Decision {
        UPHELD,
        DISMISSED
    }

    record AnswerRequest(
            @NotNull Decision decision,
            @NotBlank @Size(max = 1000) String answer) {}

    @Inject
    Objections objections;

    @Inject
    ObjectionStore store;

    @Inject
    ObjectionLetters letters;

    @Inject
    NoticeStore notices;

    @Inject
    CurrentActor currentActor;

    @GET
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public List<Objection> list(@PathParam("id") UUID noticeId) {
        return store.of(notice(noticeId).id());
    }

    @POST
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER})
    @Transactional
    @Idempotent
    public Response raise(@PathParam("id") UUID noticeId, @NotNull @Valid ObjectionRequest request) {
        Notice notice = notice(noticeId);
        refuseLeaks("content", request.content());
        refuseLeaks("objector", request.objector());
        Objection raised =
                objections.raise(notice, request.lineId(), request.content(), request.objector(), currentActor.get());
        return Response.created(URI.create("/api/v1/public-notices/" + noticeId + "/objections/" + raised.id()))
                .entity(raised)
                .build();
    }

    @POST
    @Path("{objectionId}/rechecks")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER})
    @Transactional
    @Idempotent
    public Response recheck(
            @PathParam("id") UUID noticeId,
            @PathParam("objectionId") UUID objectionId,
            @NotNull @Valid MinutesRequest request) {
        Notice notice = notice(noticeId);
        refuseLeaks("minutes", request.minutes());
        return Response.ok(objections.recheck(notice, objectionId, request.minutes(), currentActor.get()))
                .build();
    }

    @POST
    @Path("{objectionId}/answers")
    @RolesAllowed(Roles.REVIEWER)
    @Transactional
    @Idempotent
    public Response answer(
            @PathParam("id") UUID noticeId,
            @PathParam("objectionId") UUID objectionId,
            @NotNull @Valid AnswerRequest request) {
        Notice notice = notice(noticeId);
        refuseLeaks("answer", request.answer());
        boolean upheld = request.decision() == Decision.UPHELD;
        return Response.ok(objections.answer(notice, objectionId, upheld, request.answer(), currentActor.get()))
                .build();
    }

    @POST
    @Path("{objectionId}/appeals")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER})
    @Transactional
    @Idempotent
    public Response appeal(
            @PathParam("id") UUID noticeId,
            @PathParam("objectionId") UUID objectionId,
            @NotNull @Valid AppealRequest request) {
        Notice notice = notice(noticeId);
        refuseLeaks("grounds", request.grounds());
        return Response.ok(objections.appeal(notice, objectionId, request.grounds(), currentActor.get()))
                .build();
    }

    /** The aid centre decides, never the school whose answer is disputed. */
    @POST
    @Path("{objectionId}/appeal-answers")
    @RolesAllowed(Roles.REVIEWER)
    @Transactional
    @Idempotent
    public Response answerAppeal(
            @PathParam("id") UUID noticeId,
            @PathParam("objectionId") UUID objectionId,
            @NotNull @Valid AnswerRequest request) {
        var centre = currentActor.requireBureau();
        Notice notice = notice(noticeId);
        refuseLeaks("answer", request.answer());
        boolean upheld = request.decision() == Decision.UPHELD;
        return Response.ok(objections.answerAppeal(notice, objectionId, upheld, request.answer(), centre))
                .build();
    }

    /** The written answer: the school's, or the aid centre's once there is one. */
    @GET
    @Path("{objectionId}/answer.pdf")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.AUDITOR})
    public Response letter(@PathParam("id") UUID noticeId, @PathParam("objectionId") UUID objectionId) {
        Notice notice = notice(noticeId);
        Objection objection = store.find(noticeId, objectionId).orElseThrow(ProblemException::notFound);
        return Downloads.of("公示异议答复书", letters.print(notice, objection));
    }

    private static void refuseLeaks(String field, String text) {
        NoticeLeaks.refuse(NoticeLeaks.in(field, field, text));
    }

    private Notice notice(UUID id) {
        return notices.find(id, currentActor.jurisdiction()).orElseThrow(ProblemException::notFound);
    }
}
