package cn.gov.zhuozhou.aid.registry.hardship;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.UUID;

/** Cases the matching leaves to a person, and the decisions on them. */
@Path("/api/v1/match-decisions")
@RunOnVirtualThread
class MatchDecisionResource {
    record DecisionRequest(
            @NotNull UUID caseId,
            @NotNull Decisions.Verdict decision,
            @NotBlank @Size(max = 500) String reason) {}

    @Inject
    Database database;

    @Inject
    Decisions decisions;

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
    public MatchCaseView show(@PathParam("id") UUID id) {
        return decisions.find(id, actor.get());
    }

    @POST
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response decide(@NotNull @Valid DecisionRequest request) {
        MatchCaseView decided = decisions.decide(request.caseId(), request.decision(), request.reason(), actor.get());
        return Response.created(URI.create("/api/v1/match-decisions/" + decided.caseId()))
                .entity(decided)
                .build();
    }
}
