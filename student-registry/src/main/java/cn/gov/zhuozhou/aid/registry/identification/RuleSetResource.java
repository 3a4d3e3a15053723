package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.registry.identification.rule.Parameters;
import cn.gov.zhuozhou.aid.registry.identification.rule.RuleSet;
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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The rule sets: which there are, drafting a new version, and its approval by another person (S66). */
@Path("/api/v1/rule-sets")
@RunOnVirtualThread
class RuleSetResource {
    /** Where a rule set stands on the business day. */
    enum Standing {
        DRAFT,
        /** Approved and not begun. */
        APPROVED,
        IN_FORCE,
        ENDED
    }

    record RuleSetView(
            String id,
            String version,
            Standing state,
            LocalDate effectiveFrom,
            LocalDate effectiveTo,
            List<RuleSet.Document> documents,
            Parameters parameters,
            String draftedBy,
            Instant draftedAt,
            String approvedBy,
            Instant approvedAt,
            String approvalReason,
            long revision) {}

    record RuleSetList(List<RuleSetView> items) {}

    record Content(
            @NotNull LocalDate effectiveFrom,
            LocalDate effectiveTo,
            @NotNull @Size(min = 1, max = 20) List<RuleSet.@NotNull Document> documents,
            @NotNull Parameters parameters) {}

    record DraftRequest(
            @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{1,39}")
            String id,

            @NotNull @Valid Content content) {}

    record ApprovalRequest(@NotBlank @Size(max = 500) String reason) {}

    @Inject
    RuleSetStore store;

    @Inject
    RuleSetActs acts;

    @Inject
    BusinessClock clock;

    @Inject
    CurrentActor currentActor;

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public RuleSetList list() {
        return new RuleSetList(store.list().stream().map(this::view).toList());
    }

    @GET
    @Path("{id}/{version}")
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public Response show(@PathParam("id") String id, @PathParam("version") String version) {
        return answer(Response.ok(), acts.find(id, version));
    }

    @POST
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional
    @Idempotent
    public Response draft(@NotNull @Valid DraftRequest request) {
        RuleSetStore.Kept drafted = acts.draft(request.id(), request.content(), bureau());
        URI location = URI.create(
                "/api/v1/rule-sets/" + drafted.set().id() + "/" + drafted.set().version());
        return answer(Response.created(location), drafted);
    }

    @PUT
    @Path("{id}/{version}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional
    public Response redraft(
            @PathParam("id") String id,
            @PathParam("version") String version,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid Content content) {
        return answer(Response.ok(), acts.redraft(id, version, ifMatch, content, bureau()));
    }

    @POST
    @Path("{id}/{version}/approval")
    @RolesAllowed({Roles.REVIEWER, Roles.ADMINISTRATOR})
    @Transactional
    @Idempotent
    public Response approve(
            @PathParam("id") String id,
            @PathParam("version") String version,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ApprovalRequest request) {
        return answer(Response.ok(), acts.approve(id, version, ifMatch, request.reason(), bureau()));
    }

    private Actor bureau() {
        return currentActor.requireBureau();
    }

    private Response answer(Response.ResponseBuilder response, RuleSetStore.Kept kept) {
        return response.entity(view(kept)).tag(Versions.tag(kept.revision())).build();
    }

    private RuleSetView view(RuleSetStore.Kept kept) {
        RuleSet set = kept.set();
        return new RuleSetView(
                set.id(),
                set.version(),
                standing(kept),
                set.effectiveFrom(),
                set.effectiveTo(),
                set.documents(),
                set.parameters(),
                kept.draftedBy(),
                kept.draftedAt(),
                kept.approvedBy(),
                kept.approvedAt(),
                kept.approvalReason(),
                kept.revision());
    }

    private Standing standing(RuleSetStore.Kept kept) {
        LocalDate today = clock.today();
        LocalDate end = kept.set().effectiveTo();
        if (!kept.isApproved()) {
            return Standing.DRAFT;
        }
        if (kept.set().effectiveFrom().isAfter(today)) {
            return Standing.APPROVED;
        }
        return end != null && end.isBefore(today) ? Standing.ENDED : Standing.IN_FORCE;
    }
}
