package cn.gov.zhuozhou.aid.registry.hardship;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.registry.hardship.Comparisons.Pattern;
import cn.gov.zhuozhou.aid.registry.hardship.MatchDecisionResource.ReviewVerdict;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The desk itself: both sides of a case, equal cases decided together, and what waits. */
@Path("/api/v1/match-decisions")
@RunOnVirtualThread
class MatchDeskResource {
    /** A case as the caller saw it. */
    record SeenCase(@NotNull UUID caseId, long version) {}

    record BatchRequest(
            @NotBlank String pattern,
            @NotNull Verdict decision,
            @NotBlank String reasonCode,
            @NotBlank @Size(max = 500) String reason,
            @NotEmpty @Size(max = 500) List<@NotNull @Valid SeenCase> cases) {}

    record ReviewBatchRequest(
            @NotNull ReviewVerdict decision,
            @NotBlank @Size(max = 500) String opinion,
            @NotEmpty @Size(max = 500) List<@NotNull @Valid SeenCase> cases) {}

    record Taken(UUID caseId, CaseState state, long version) {}

    record Left(UUID caseId, CaseRefusal why) {}

    record BatchView(List<Taken> taken, List<Left> left) {
        static BatchView of(Desk.Outcome outcome) {
            return new BatchView(
                    outcome.taken().stream()
                            .map(one -> new Taken(one.caseId(), one.state(), one.version()))
                            .toList(),
                    outcome.left().entrySet().stream()
                            .map(one -> new Left(one.getKey(), one.getValue()))
                            .toList());
        }
    }

    record PatternList(List<Pattern> items) {}

    record WorkListView(List<WorkList.Line> items) {}

    @Inject
    Desk desk;

    @Inject
    Suggestions suggestions;

    @Inject
    Comparisons comparisons;

    @Inject
    WorkList workList;

    @Inject
    CurrentActor actor;

    @GET
    @Path("{id}/comparison")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public CaseComparisonView compare(@PathParam("id") UUID id) {
        return suggestions.compared(id, actor.get());
    }

    @GET
    @Path("patterns")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public PatternList patterns(@QueryParam("kind") @DefaultValue("NAME_CONFLICT") String kind) {
        return new PatternList(comparisons.patterns(kind, actor.get()));
    }

    @GET
    @Path("work-list")
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public WorkListView workList() {
        return new WorkListView(workList.of(actor.jurisdiction()));
    }

    @POST
    @Path("batches")
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response decideAll(@NotNull @Valid BatchRequest request) {
        Note note = new Note(request.reasonCode(), request.reason());
        return Response.ok(BatchView.of(desk.decideAll(
                        request.pattern(), versions(request.cases()), request.decision(), note, actor.get())))
                .build();
    }

    @POST
    @Path("review-batches")
    @RolesAllowed(Roles.REVIEWER)
    @Transactional
    @Idempotent
    public Response reviewAll(@NotNull @Valid ReviewBatchRequest request) {
        return Response.ok(BatchView.of(desk.reviewAll(
                        versions(request.cases()),
                        request.decision().agreed(),
                        Note.of(request.opinion()),
                        actor.get())))
                .build();
    }

    private static Map<UUID, Long> versions(List<SeenCase> cases) {
        Map<UUID, Long> versions = new LinkedHashMap<>();
        cases.forEach(one -> versions.put(one.caseId(), one.version()));
        return versions;
    }
}
