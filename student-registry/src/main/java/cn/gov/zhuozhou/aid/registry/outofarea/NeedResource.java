package cn.gov.zhuozhou.aid.registry.outofarea;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.dated.DatedRows;
import cn.gov.zhuozhou.aid.chassis.dated.DatedRows.Dated;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which of the nine answers are needed of whom (S74 to S82). */
@Path("/api/v1/out-of-area-needs")
@RunOnVirtualThread
class NeedResource {
    /** @param stages where it depends on the stage; null otherwise */
    record NeedRequest(
            @NotNull Question question,
            @NotNull LocalDate validFrom,
            @NotNull Needs.Needed needed,
            Set<@NotNull Stage> stages,
            @NotBlank @Size(max = 100) String whyZh,
            @NotBlank @Size(max = 200) String whyEn,
            @NotBlank @Size(max = 300) String source) {
        NeedStore.Row row() {
            return new NeedStore.Row(
                    question,
                    validFrom,
                    new Needs.Rule(needed, stages == null ? Set.of() : stages, Text.of(whyZh, whyEn)),
                    source);
        }

        boolean saysOfWhom() {
            return (needed == Needs.Needed.OF_STAGES) == (stages != null && !stages.isEmpty());
        }
    }

    record NeedList(List<NeedStore.Row> items) {}

    @Inject
    NeedStore needs;

    @Inject
    DatedRows rows;

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public NeedList list() {
        return new NeedList(needs.all());
    }

    /** Pupils are measured by it from its day on. */
    @POST
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional
    @Idempotent
    public Response add(@NotNull @Valid NeedRequest request) {
        if (!request.saysOfWhom()) {
            Text stages = Text.of("按学段需要时须列出学段，其他情况不列。", "Stages are named where it depends on them, and only there.");
            throw new ProblemException(
                    CommonProblem.INVALID_FIELDS,
                    stages,
                    List.of(new ProblemException.FieldError("stages", "NotFitting", stages)));
        }
        rows.add(
                new Dated(
                        "out-of-area-need",
                        request.question().name(),
                        request.validFrom(),
                        request.source(),
                        Map.of("needed", request.needed().name())),
                actor -> needs.add(request.row(), actor.id()));
        return Response.created(URI.create("/api/v1/out-of-area-needs"))
                .entity(request.row())
                .build();
    }
}
