package cn.gov.zhuozhou.aid.registry.reversecheck;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.dated.DatedRows;
import cn.gov.zhuozhou.aid.chassis.dated.DatedRows.Dated;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.registry.reversecheck.Repetitions.Repetition;
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

/** Which agreed answers of the reverse check a new semester asks again. */
@Path("/api/v1/reverse-check-repetitions")
@RunOnVirtualThread
class RepetitionResource {
    record RepetitionRequest(
            @NotNull AnswerKind kind,
            @NotNull LocalDate validFrom,
            boolean again,
            @NotBlank @Size(max = 300) String source) {}

    record RepetitionList(List<Repetition> items) {}

    @Inject
    Repetitions repetitions;

    @Inject
    DatedRows rows;

    @GET
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public RepetitionList list() {
        return new RepetitionList(repetitions.all());
    }

    /** Only answers that end the matter can be asked again; the others are open anyhow. */
    @POST
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional
    @Idempotent
    public Response add(@NotNull @Valid RepetitionRequest request) {
        if (!request.kind().ends()) {
            throw new ProblemException(
                    CommonProblem.STATE_CONFLICT, Text.of("只适用于了结事项的答复。", "Of answers that end the matter only."));
        }
        var added = new Repetition(request.kind(), request.validFrom(), request.again(), request.source());
        rows.add(
                new Dated(
                        "reverse-check-repetition",
                        added.kind().name(),
                        added.validFrom(),
                        added.source(),
                        Map.of("again", added.again())),
                actor -> repetitions.add(added, actor.id()));
        return Response.created(URI.create("/api/v1/reverse-check-repetitions"))
                .entity(added)
                .build();
    }
}
