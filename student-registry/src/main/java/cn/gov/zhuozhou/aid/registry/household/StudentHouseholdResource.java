package cn.gov.zhuozhou.aid.registry.household;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.registry.student.Students;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;

/** The households a pupil lives in: one for each register that lists him or his guardian. */
@Path("/api/v1/students/{id}/household")
@RunOnVirtualThread
@RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
class StudentHouseholdResource {
    record HouseholdsOfPupil(UUID studentId, List<HouseholdView> items) {}

    @Inject
    Households households;

    @Inject
    Students students;

    @Inject
    CurrentActor actor;

    @GET
    public HouseholdsOfPupil list(@PathParam("id") UUID id) {
        if (!students.exists(id, actor.jurisdiction())) {
            throw ProblemException.notFound();
        }
        return new HouseholdsOfPupil(id, households.ofPupil(id, actor.jurisdiction()));
    }
}
