package cn.gov.zhuozhou.aid.registry.outofarea;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.registry.Masked;
import cn.gov.zhuozhou.aid.registry.outofarea.AnswerStore.Responsibility;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Pupils out of area and the nine answers about each (S73–S82). */
@Path("/api/v1/out-of-area-students")
@RunOnVirtualThread
class OutOfAreaStudentResource {
    static final String SUBJECT = "out-of-area-student";

    record SchoolRequest(
            @NotBlank @Size(max = 40) String province,
            @Size(max = 40) String city,
            @NotBlank @Size(max = 100) String name) {}

    record PersonRequest(
            @NotBlank @Size(max = 60) String name,
            @NotBlank @Size(max = 30) String identityNumber,
            @NotBlank @Size(max = 60) String town,
            @Size(max = 60) String village,
            @Size(max = 60) String guardianName,
            @Size(max = 20) String guardianRelation,
            @Size(max = 30) String guardianIdentityNumber,
            @NotNull @Valid SchoolRequest attends,
            Stage stage) {
        Intake.Person person() {
            return new Intake.Person(
                    name,
                    identityNumber,
                    town,
                    village,
                    guardianName,
                    guardianRelation,
                    guardianIdentityNumber,
                    new OutOfAreaStudent.SchoolAttended(attends.province(), attends.city(), attends.name()),
                    stage);
        }

        @Override
        public String toString() {
            return "person";
        }
    }

    record AnswerRequest(
            @NotNull Question question,
            Boolean yes,
            @Size(max = 20) List<@NotBlank @Size(max = 40) String> codes,
            @Size(max = 1000) String words,
            @NotNull Answer.Source source) {}

    record ReopeningRequest(@NotNull Question question) {}

    record ResponsibleRequest(
            @Size(max = 20) String schoolCode,
            @Size(max = 100) String remoteSchool,
            @Size(max = 100) String remotePlace,
            @NotNull LocalDate since,
            @NotNull Answer.Source source) {}

    record EndingRequest(@NotBlank @Size(max = 500) String reason) {}

    /** One of the nine: what is known, and whether it is needed. */
    record AnswerView(
            Question question,
            String statement,
            String zh,
            String en,
            boolean needed,
            String why,
            Answer.State state,
            Boolean yes,
            List<String> codes,
            String words,
            Answer.Source source,
            String by,
            Instant at) {}

    /**
     * @param number masked; null where it is not known
     * @param alsoIdentifiedHere semesters in which a school elsewhere aids him and the county has identified him too (A12)
     */
    record DetailView(
            OutOfAreaStudent student,
            String number,
            boolean complete,
            List<AnswerView> answers,
            List<String> alsoIdentifiedHere) {}

    record HistoryView(List<Answer> answers, List<Responsibility> responsibleSchools) {}

    record IndicatorView(String semester, List<Indicators.TownLine> towns) {}

    @Inject
    OutOfAreaStudents students;

    @Inject
    AnswerStore store;

    @Inject
    Answers answers;

    @Inject
    Intake intake;

    @Inject
    NeedStore needs;

    @Inject
    Indicators indicators;

    @Inject
    BusinessClock clock;

    @Inject
    CurrentActor currentActor;

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<OutOfAreaStudent> list(
            @QueryParam("state") OutOfAreaStudent.State state,
            @QueryParam("town") String town,
            @QueryParam("stage") Stage stage,
            @QueryParam("inHardship") Boolean inHardship,
            @QueryParam("complete") Boolean complete,
            @QueryParam("overdue") Standing.Overdue overdue,
            @QueryParam("escalated") Boolean escalated,
            @BeanParam Paging paging) {
        var filter = new OutOfAreaStudents.Filter(state, town, stage, inHardship, complete, overdue, escalated);
        return Page.of(
                students.list(filter, currentActor.jurisdiction(), paging.afterId(), paging.limit() + 1),
                paging.limit(),
                OutOfAreaStudent::id);
    }

    @POST
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = OutOfAreaStudent.class)))
    public Response enter(@NotNull @Valid PersonRequest request) {
        OutOfAreaStudent entered = intake.enter(request.person(), currentActor.get());
        return Versions.created("/api/v1/out-of-area-students/" + entered.id(), entered, entered.version());
    }

    @GET
    @Path("indicators")
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public IndicatorView indicators(@QueryParam("semester") String semester) {
        Semester wanted = semester(semester);
        return new IndicatorView(wanted.code(), indicators.of(wanted, currentActor.jurisdiction()));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DetailView.class)))
    public Response show(@PathParam("id") UUID id) {
        OutOfAreaStudent student = students.find(id, currentActor.jurisdiction());
        var known = store.present(id);
        var completeness = Completeness.of(known, student.responsible() != null, needs.on(clock.today()));
        return Versions.seen(
                new DetailView(
                        student,
                        students.number(id).map(Masked::number).orElse(null),
                        completeness.isComplete(),
                        nine(student, known, completeness),
                        students.alsoIdentifiedHere(id)),
                student.version());
    }

    @GET
    @Path("{id}/answers")
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public HistoryView history(@PathParam("id") UUID id) {
        students.find(id, currentActor.jurisdiction());
        return new HistoryView(store.history(id), store.responsibilities(id));
    }

    @POST
    @Path("{id}/answers")
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OutOfAreaStudent.class)))
    public Response answer(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid AnswerRequest request) {
        var said = new Answer.Said(request.yes(), request.codes(), request.words());
        return answer(answers.answer(id, ifMatch, request.question(), said, request.source(), currentActor.get()));
    }

    @POST
    @Path("{id}/answer-reopenings")
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OutOfAreaStudent.class)))
    public Response reopen(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ReopeningRequest request) {
        return answer(answers.reopen(id, ifMatch, request.question(), currentActor.get()));
    }

    @POST
    @Path("{id}/responsible-schools")
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OutOfAreaStudent.class)))
    public Response hand(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ResponsibleRequest request) {
        var to = new Responsibility(
                request.schoolCode(),
                request.remoteSchool(),
                request.remotePlace(),
                request.since(),
                null,
                request.source(),
                currentActor.get().name());
        return answer(answers.hand(id, ifMatch, to, currentActor.get()));
    }

    @POST
    @Path("{id}/endings")
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OutOfAreaStudent.class)))
    public Response end(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid EndingRequest request) {
        students.lock(id, ifMatch, currentActor.get());
        return answer(intake.end(id, request.reason(), currentActor.get()));
    }

    private Semester semester(String code) {
        try {
            return code == null ? clock.semester() : Semester.parse(code);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(CommonProblem.INVALID_FIELDS);
        }
    }

    private static List<AnswerView> nine(
            OutOfAreaStudent student, Map<Question, Answer> known, Completeness completeness) {
        Map<Question, Completeness.Need> needs =
                completeness.needs().stream().collect(Collectors.toMap(Completeness.Need::question, need -> need));
        return Arrays.stream(Question.values())
                .map(question -> view(question, student, known.get(question), needs.get(question)))
                .toList();
    }

    private static AnswerView view(Question question, OutOfAreaStudent student, Answer answer, Completeness.Need need) {
        var said = answer == null ? Answer.Said.NOTHING : answer.said();
        boolean school = question == Question.RESPONSIBLE_SCHOOL && student.responsible() != null;
        return new AnswerView(
                question,
                question.statement(),
                question.label().zh(),
                question.label().en(),
                need != null,
                need == null ? null : need.why().zh(),
                need == null ? state(answer) : need.state(),
                said.yes(),
                said.codes(),
                school ? student.responsible().name() : said.words(),
                answer == null ? null : answer.source(),
                answer == null ? null : answer.by(),
                answer == null ? null : answer.at());
    }

    private static Answer.State state(Answer answer) {
        return answer == null ? null : answer.state();
    }

    private static Response answer(OutOfAreaStudent now) {
        return Versions.seen(now, now.version());
    }
}
