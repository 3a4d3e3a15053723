package cn.gov.zhuozhou.aid.registry.application;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** Applications: taken in, listed, read. */
@Path("/api/v1/applications")
@RunOnVirtualThread
class ApplicationResource {
    record SubmissionRequest(
            @NotNull UUID studentId,
            @NotNull Application.Channel channel,
            @NotNull @Valid Answers answers) {}

    record ApplicationView(Application application, List<ApplicationStore.StepView> steps) {}

    /** What the family wrote and what was said about it, with the decision aid. */
    record FormView(Answers answers, HardshipIndex index, List<ApplicationStore.Note> notes) {}

    @Inject
    Applications applications;

    @Inject
    ApplicationStore store;

    @Inject
    Templates templates;

    @Inject
    CurrentActor currentActor;

    @Inject
    Trail trail;

    @POST
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response submit(@NotNull @Valid SubmissionRequest request) {
        Application submitted =
                applications.submit(request.studentId(), request.channel(), request.answers(), currentActor.get());
        return Versions.created("/api/v1/applications/" + submitted.id(), submitted, submitted.version());
    }

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<Application> list(
            @QueryParam("semester") String semester,
            @QueryParam("state") String state,
            @QueryParam("school") String school,
            @QueryParam("student") UUID student,
            @BeanParam Paging paging) {
        var filter = new ApplicationStore.Filter(semester, state, school, student);
        return store.list(filter, currentActor.jurisdiction(), paging);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Response show(@PathParam("id") UUID id) {
        Application found = find(id, currentActor.get());
        return Versions.seen(new ApplicationView(found, store.steps(id)), found.version());
    }

    /** Only for those who act on it; each reading is told in the trail. */
    @GET
    @Path("{id}/form")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER})
    @Transactional
    public FormView form(@PathParam("id") UUID id) {
        Actor actor = currentActor.get();
        Application found = find(id, actor);
        Answers answers = store.answers(id);
        Template template = templates.version(found.templateVersion()).definition();
        trail.record(actor, "application.form-read", "application", id.toString(), null);
        return new FormView(answers, HardshipIndex.of(answers.form(), template.weights()), store.notes(id));
    }

    private Application find(UUID id, Actor actor) {
        return store.find(id, actor.jurisdiction()).orElseThrow(ProblemException::notFound);
    }
}
