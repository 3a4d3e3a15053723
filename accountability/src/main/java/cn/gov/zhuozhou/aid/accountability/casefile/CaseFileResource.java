package cn.gov.zhuozhou.aid.accountability.casefile;

import cn.gov.zhuozhou.aid.accountability.pupil.Pupil;
import cn.gov.zhuozhou.aid.accountability.pupil.Pupils;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;

/** The file of one pupil. */
@Path("/api/v1/case-files/{studentId}")
@RunOnVirtualThread
class CaseFileResource {
    @Inject
    Pupils pupils;

    @Inject
    OpenCaseFile open;

    @Inject
    CurrentActor currentActor;

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public CaseFile show(
            @PathParam("studentId") UUID studentId, @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        Pupil pupil = pupils.findByIdOptional(studentId)
                .filter(p -> currentActor.jurisdiction().coversSchool(p.schoolCode(), p.schoolTown()))
                .orElseThrow(ProblemException::notFound);
        return open.of(pupil, authorization);
    }
}
