package cn.gov.zhuozhou.aid.registry.reversecheck;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.registry.Masked;
import cn.gov.zhuozhou.aid.registry.hardship.CandidateView;
import cn.gov.zhuozhou.aid.registry.hardship.MissingPupils;
import cn.gov.zhuozhou.aid.registry.hardship.Suggestions;
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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Persons of school age no pupil is, as tasks of the central school of their town. */
@Path("/api/v1/reverse-checks")
@RunOnVirtualThread
class ReverseCheckResource {
    record PlaceRequest(
            @Size(max = 40) String province,
            @Size(max = 40) String city,
            @Size(max = 100) String schoolName) {}

    record AnswerRequest(
            @NotNull AnswerKind kind,
            @Valid PlaceRequest place,
            Answer.Stage stage,
            @Size(max = 500) String why,
            LocalDate since,
            UUID studentId,
            @Size(max = 30) String number,
            @NotBlank @Size(max = 1000) String evidence) {
        Answer answer() {
            Answer.Place where =
                    place == null ? null : new Answer.Place(place.province(), place.city(), place.schoolName());
            return new Answer(kind, where, stage, why, since, studentId, number, evidence);
        }
    }

    enum Decision {
        APPROVED,
        RETURNED
    }

    record ReviewRequest(
            @NotNull Decision decision,
            @NotBlank @Size(max = 500) String opinion) {}

    record ReopeningRequest(@NotBlank @Size(max = 500) String reason) {}

    /**
     * What helps to find the person.
     *
     * @param number masked
     * @param candidates pupils of one's own jurisdiction the person may be
     */
    record LeadsView(UUID taskId, String number, List<CandidateView> candidates) {}

    record CountsView(List<Tasks.Count> items) {}

    @Inject
    Tasks tasks;

    @Inject
    ReverseChecks checks;

    @Inject
    Suggestions suggestions;

    @Inject
    MissingPupils missing;

    @Inject
    CurrentActor currentActor;

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<TaskView> list(
            @QueryParam("state") String state,
            @QueryParam("town") String town,
            @QueryParam("answer") String answer,
            @QueryParam("overdue") Boolean overdue,
            @BeanParam Paging paging) {
        var filter = new Tasks.Filter(state, town, answer, overdue);
        return Page.of(
                tasks.list(filter, currentActor.jurisdiction(), paging.afterId(), paging.limit() + 1),
                paging.limit(),
                TaskView::taskId);
    }

    @GET
    @Path("counts")
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public CountsView counts() {
        return new CountsView(tasks.counts(currentActor.jurisdiction()));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TaskView.class)))
    public Response show(@PathParam("id") UUID id) {
        return answer(tasks.find(id, currentActor.jurisdiction()));
    }

    @GET
    @Path("{id}/leads")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER})
    public LeadsView leads(@PathParam("id") UUID id) {
        Actor actor = currentActor.get();
        tasks.find(id, actor.jurisdiction());
        return new LeadsView(
                id, Masked.number(missing.numbers(List.of(id)).get(id)), suggestions.forMissing(id, actor));
    }

    @POST
    @Path("{id}/taking")
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response take(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return answer(checks.take(id, ifMatch, currentActor.get()));
    }

    @POST
    @Path("{id}/answers")
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response answer(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid AnswerRequest request) {
        return answer(checks.answer(id, ifMatch, request.answer(), currentActor.get()));
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
        boolean agreed = request.decision() == Decision.APPROVED;
        return answer(checks.review(id, ifMatch, agreed, request.opinion(), currentActor.get()));
    }

    @POST
    @Path("{id}/reopenings")
    @RolesAllowed(Roles.REVIEWER)
    @Transactional
    @Idempotent
    public Response reopen(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ReopeningRequest request) {
        return answer(checks.reopen(id, ifMatch, request.reason(), currentActor.get()));
    }

    private static Response answer(TaskView now) {
        return Versions.seen(now, now.version());
    }
}
