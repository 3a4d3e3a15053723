package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.registry.identification.rule.Category;
import cn.gov.zhuozhou.aid.registry.identification.rule.CheckOutcome;
import cn.gov.zhuozhou.aid.registry.identification.rule.Level;
import cn.gov.zhuozhou.aid.registry.identification.rule.Result;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Why a pupil was, or was not, found in hardship: every ruling with its checks and their legal basis, newest first. */
@Path("/api/v1/students/{id}/rulings")
@RunOnVirtualThread
class RulingResource {
    record RulingView(
            UUID id,
            UUID identificationId,
            String semester,
            String ruleSet,
            String ruleSetVersion,
            Result result,
            Level level,
            List<Category> categories,
            Instant decidedAt,
            String decidedBy,
            List<CheckOutcome> checks,
            @JsonRawValue String inputs) {}

    record RulingList(List<RulingView> items, List<ReviewStore.Review> reviews) {}

    @Inject
    RulingStore rulings;

    @Inject
    ReviewStore reviews;

    @Inject
    IdentificationQueries queries;

    @Inject
    CurrentActor currentActor;

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public RulingList list(@PathParam("id") UUID studentId) {
        if (!queries.seesStudent(studentId, currentActor.jurisdiction())) {
            throw ProblemException.notFound();
        }
        return new RulingList(
                rulings.ofStudent(studentId).stream().map(RulingResource::view).toList(), reviews.ofStudent(studentId));
    }

    private static RulingView view(Ruling r) {
        return new RulingView(
                r.id(),
                r.identificationId(),
                r.semester(),
                r.ruleSet(),
                r.ruleSetVersion(),
                r.result(),
                r.standing().level(),
                r.standing().categories(),
                r.decidedAt(),
                r.decidedBy().name(),
                r.checks(),
                r.inputs());
    }
}
