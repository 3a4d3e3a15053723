package cn.gov.zhuozhou.aid.registry.whatif;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.IdempotencyKey;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.registry.feed.Spool;
import cn.gov.zhuozhou.aid.registry.whatif.WhatIfStore.ChangeKind;
import cn.gov.zhuozhou.aid.registry.whatif.WhatIfStore.Report;
import cn.gov.zhuozhou.aid.registry.whatif.WhatIfStore.Situation;
import cn.gov.zhuozhou.aid.registry.whatif.WhatIfStore.View;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a file, handed in here instead of at the intake, or a rule set would change; nothing is changed by asking. */
@Path("/api/v1/what-ifs")
@RunOnVirtualThread
class WhatIfResource {
    record RulesRequest(@NotBlank String ruleSet, @NotBlank String version) {}

    /** What simulations of awards take as it is. */
    record Situations(UUID whatIf, List<Situation> pupils) {}

    @Inject
    WhatIfStore store;

    @Inject
    Asking asking;

    @Inject
    Spool spool;

    @Inject
    CurrentActor currentActor;

    @POST
    @Consumes({
        MediaType.APPLICATION_OCTET_STREAM,
        "text/csv",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    })
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER})
    @Parameter(ref = IdempotencyKey.REFERENCE)
    public Response file(
            @QueryParam("source") String source,
            @QueryParam("asOf") String asOf,
            @QueryParam("semester") String semester,
            @QueryParam("mode") String mode,
            @QueryParam("sheet") String sheet,
            InputStream body)
            throws IOException {
        currentActor.requireBureau();
        return spool.with(
                body, file -> asking.file(new Asking.Said(source, asOf, semester, mode, sheet), file.toFile()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.ADMINISTRATOR})
    @Parameter(ref = IdempotencyKey.REFERENCE)
    public Response rules(@NotNull @Valid RulesRequest request) {
        return asking.rules(request);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public Report show(@PathParam("id") UUID id) {
        currentActor.requireBureau();
        return store.find(id).orElseThrow(ProblemException::notFound);
    }

    @GET
    @Path("{id}/lines")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public Page<View> lines(
            @PathParam("id") UUID id, @QueryParam("change") ChangeKind change, @BeanParam Paging paging) {
        show(id);
        return Page.of(store.lines(id, change, paging.afterId(), paging.limit() + 1), paging.limit(), View::studentId);
    }

    @GET
    @Path("{id}/situations")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.ADMINISTRATOR})
    public Response situations(@PathParam("id") UUID id) {
        if (show(id).finishedAt() == null) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT);
        }
        return Response.ok(new Situations(id, store.situations(id)))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"what-if-" + id + ".json\"")
                .build();
    }
}
