package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
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
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** A person's finding about a family, where a certificate alone proves no hardship (家庭经济困难残疾学生). */
@Path("/api/v1/students/{id}/hardship-judgements")
@RunOnVirtualThread
class HardshipResource {
    enum Finding {
        PROVEN,
        NOT_FOUND
    }

    record JudgementRequest(
            @NotNull Finding finding,
            @NotBlank @Size(max = 500) String reason) {}

    record Judged(UUID id, UUID studentId, String semester, Finding finding) {}

    @Inject
    Hardship hardship;

    @Inject
    IdentificationQueries queries;

    @Inject
    CurrentActor currentActor;

    @POST
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response judge(@PathParam("id") UUID studentId, @NotNull @Valid JudgementRequest request) {
        Actor actor = currentActor.get();
        if (!queries.seesStudent(studentId, actor.jurisdiction())) {
            throw ProblemException.notFound();
        }
        return Response.status(Response.Status.CREATED)
                .entity(hardship.judge(studentId, request.finding(), request.reason(), actor))
                .build();
    }
}
