package cn.gov.zhuozhou.aid.registry.publicnotice;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
    /** Eleven digits in a row may be a telephone, identity or account number, which has no place here. */
    private static final String NO_LONG_NUMBER = "(?s)(?!.*\\d{11}).*";

    record ObjectionRequest(
            @NotNull UUID lineId,

            @NotBlank @Size(max = 1000) @Pattern(regexp = NO_LONG_NUMBER)
            String content,

            @Size(max = 50) @Pattern(regexp = NO_LONG_NUMBER)
            String objector) {}

    enum Decision {
        UPHELD,
        DISMISSED
    }

    record AnswerRequest(
            @NotNull Decision decision,

            @NotBlank @Size(max = 1000) @Pattern(regexp = NO_LONG_NUMBER)
            String answer) {}

    @Inject
    Objections objections;

    @Inject
    NoticeStore notices;

    @Inject
    CurrentActor currentActor;

    @GET
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public List<Objection> list(@PathParam("id") UUID noticeId) {
        return objections.of(notice(noticeId).id());
    }

    @POST
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER})
    @Transactional
    @Idempotent
    public Response raise(@PathParam("id") UUID noticeId, @NotNull @Valid ObjectionRequest request) {
        Objection raised = objections.raise(
                notice(noticeId), request.lineId(), request.content(), request.objector(), currentActor.get());
        return Response.created(URI.create("/api/v1/public-notices/" + noticeId + "/objections/" + raised.id()))
                .entity(raised)
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
        boolean upheld = request.decision() == Decision.UPHELD;
        return Response.ok(
                        objections.answer(notice(noticeId), objectionId, upheld, request.answer(), currentActor.get()))
                .build();
    }

    private Notice notice(UUID id) {
        return notices.find(id, currentActor.jurisdiction()).orElseThrow(ProblemException::notFound);
    }
}
