package cn.gov.zhuozhou.aid.registry.hardship;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Cases the matching leaves to people, and what they decide. Where money follows, a decision is a proposal to a second person. */
@Path("/api/v1/match-decisions")
@RunOnVirtualThread
class MatchDecisionResource {
    record DecisionRequest(
            @NotNull UUID caseId,
            @NotNull Verdict decision,
            @NotBlank String reasonCode,
            @NotBlank @Size(max = 500) String reason) {}

    record ReviewRequest(
            @NotNull ReviewVerdict decision,
            @NotBlank @Size(max = 500) String opinion) {}

    record WithdrawalRequest(@NotBlank @Size(max = 500) String reason) {}

    record UndoRequest(
            @NotBlank String reasonCode,
            @NotBlank @Size(max = 500) String reason) {}

    enum ReviewVerdict {
        APPROVED,
        RETURNED;

        boolean agreed() {
            return this == APPROVED;
        }
    }

    @Inject
    Database database;

    @Inject
    Desk desk;

    @Inject
    CaseFiles files;

    @Inject
    CurrentActor actor;

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<MatchCaseView> list(
            @QueryParam("kind") String kind,
            @QueryParam("school") String school,
            @QueryParam("town") String town,
            @QueryParam("state") @DefaultValue("OPEN") String state,
            @BeanParam Paging paging) {
        Map<String, Object> values = actor.jurisdiction().parameters();
        values.put("kind", kind);
        values.put("state", state);
        values.put("wantedSchool", school);
        values.put("wantedTown", town);
        values.put("after", paging.afterId());
        values.put("most", paging.limit() + 1);
        var found = database.list(MatchCaseView.SELECT + """
                 and mc.state = :state and (:kind::text is null or mc.kind = :kind)
                  and (:wantedSchool::text is null or p.school_code = :wantedSchool)
                  and (:wantedTown::text is null or coalesce(s.town, mc.town) = :wantedTown)
                  and (:after::uuid is null or mc.id > :after)
                order by mc.id limit :most""", values, MatchCaseView::of);
        return Page.of(found, paging.limit(), MatchCaseView::caseId);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MatchCaseView.class)))
    public Response show(@PathParam("id") UUID id) {
        return answer(files.find(id, actor.get()));
    }

    @POST
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response decide(@HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid DecisionRequest request) {
        MatchCaseView now = desk.decide(
                request.caseId(),
                ifMatch,
                request.decision(),
                new Note(request.reasonCode(), request.reason()),
                actor.get());
        return Versions.created("/api/v1/match-decisions/" + now.caseId(), now, now.version());
    }

    @POST
    @Path("{id}/reviews")
    @RolesAllowed(Roles.REVIEWER)
    @Transactional
    @Idempotent
    public Response review(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ReviewRequest request) {
        return answer(desk.review(id, ifMatch, request.decision().agreed(), Note.of(request.opinion()), actor.get()));
    }

    @POST
    @Path("{id}/withdrawals")
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response withdraw(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid WithdrawalRequest request) {
        return answer(desk.withdraw(id, ifMatch, Note.of(request.reason()), actor.get()));
    }

    /** The case is open again; evidence that hung on the decision ends today. */
    @POST
    @Path("{id}/undo")
    @RolesAllowed(Roles.REVIEWER)
    @Transactional
    @Idempotent
    public Response undo(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid UndoRequest request) {
        return answer(desk.undo(id, ifMatch, new Note(request.reasonCode(), request.reason()), actor.get()));
    }

    private static Response answer(MatchCaseView now) {
        return Versions.seen(now, now.version());
    }
}
