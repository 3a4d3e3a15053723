package cn.gov.zhuozhou.aid.disbursement.elsewhere;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.disbursement.SemesterCode;
import cn.gov.zhuozhou.aid.disbursement.elsewhere.AidedElsewhere.Pair;
import cn.gov.zhuozhou.aid.disbursement.elsewhere.ProgrammeWordings.Wording;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;

/** Awards of pupils whom a school elsewhere aids in the same semester (A12), and what programmes elsewhere are called. */
@Path("/api/v1/aided-elsewhere")
@RunOnVirtualThread
class AidedElsewhereResource {
    /** A page holds whole awards, each with all that is told beside it. */
    record PairPage(List<Pair> items, UUID next) {}

    record WordingRequest(
            @NotBlank @Size(max = 100) String said,
            @NotBlank @Size(max = 40) String programme) {}

    record WordingList(List<Wording> items) {}

    @Inject
    AidedElsewhere aided;

    @Inject
    ProgrammeWordings wordings;

    @Inject
    CurrentActor currentActor;

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public PairPage pairs(@QueryParam("semester") String semester, @BeanParam Paging paging) {
        List<Pair> pairs = aided.pairs(
                SemesterCode.required(semester), currentActor.jurisdiction(), paging.afterId(), paging.limit());
        long awards = pairs.stream().map(Pair::awardId).distinct().count();
        return new PairPage(
                pairs, awards < paging.limit() ? null : pairs.getLast().awardId());
    }

    @GET
    @Path("wordings")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public WordingList wordings() {
        return new WordingList(wordings.all());
    }

    @PUT
    @Path("wordings")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional
    public WordingList say(@NotNull @Valid WordingRequest request) {
        if (!wordings.put(request.said().strip(), request.programme(), currentActor.requireBureau())) {
            throw new ProblemException(
                    CommonProblem.STATE_CONFLICT, Text.of("没有该资助项目。", "There is no such programme."));
        }
        return wordings();
    }
}
