package cn.gov.zhuozhou.aid.registry.enrolment;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.registry.identification.rule.EnrolmentState;
import cn.gov.zhuozhou.aid.registry.identification.rule.Stage;
import cn.gov.zhuozhou.aid.registry.student.Students;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A pupil's way through the schools of the county. */
@Path("/api/v1/students/{id}/enrolments")
@RunOnVirtualThread
class EnrolmentResource {
    record ChangeRequest(
            @NotNull LocalDate from,
            @Size(max = 60) String schoolCode,
            Stage stage,
            @Min(1) Integer grade,
            @Size(max = 60) String className,
            Boolean boarding,
            EnrolmentState enrolmentState,
            @NotBlank @Size(max = 500) String reason) {
        Enrolments.Change change() {
            return new Enrolments.Change(from, schoolCode, stage, grade, className, boarding, enrolmentState, reason);
        }
    }

    /**
     * A time in one place.
     *
     * @param until the first day it did not hold any more; null while it holds
     * @param semester the one it began in
     * @param recordId the record it was said of; another one where two records of one person were brought together
     * @param batchId the file that said it; null where a person did
     */
    record EnrolmentView(
            LocalDate from,
            LocalDate until,
            String semester,
            Step step,
            String schoolCode,
            Stage stage,
            int grade,
            String className,
            boolean boarding,
            EnrolmentState enrolmentState,
            UUID recordId,
            UUID batchId,
            String actedBy,
            String reason) {
        static EnrolmentView of(Timeline.Period period) {
            Place place = period.place();
            return new EnrolmentView(
                    period.from(),
                    period.until(),
                    Semester.of(period.from()).code(),
                    period.step(),
                    place.schoolCode(),
                    place.stage(),
                    place.grade(),
                    place.className(),
                    place.boarding(),
                    place.enrolmentState(),
                    period.said().recordId(),
                    period.said().source(),
                    period.said().actedBy(),
                    period.said().reason());
        }
    }

    record EnrolmentList(UUID studentId, List<EnrolmentView> items) {}

    @Inject
    Enrolments enrolments;

    @Inject
    Students students;

    @Inject
    CurrentActor currentActor;

    /** Oldest first; {@code on} narrows it to one day, {@code semester} to all that held in it. */
    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public EnrolmentList list(
            @PathParam("id") UUID id, @QueryParam("on") String on, @QueryParam("semester") String semester) {
        if (!students.exists(id, currentActor.jurisdiction())) {
            throw ProblemException.notFound();
        }
        var day = on == null ? null : day(on);
        var wanted = semester == null ? null : semester(semester);
        return new EnrolmentList(
                id,
                enrolments.of(id).stream()
                        .filter(period -> day == null || period.covers(day))
                        .filter(period -> wanted == null || held(period, wanted))
                        .map(EnrolmentView::of)
                        .toList());
    }

    /** A change between two files, by the school or the bureau: a move, a suspension, boarding begun. */
    @POST
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ChangeRequest request) {
        enrolments.change(id, ifMatch, request.change(), currentActor.get());
        return Response.created(URI.create("/api/v1/students/" + id + "/enrolments"))
                .entity(EnrolmentView.of(enrolments.of(id).getLast()))
                .build();
    }

    private static boolean held(Timeline.Period period, Semester semester) {
        return period.from().isBefore(semester.next().firstDay())
                && (period.until() == null || period.until().isAfter(semester.firstDay()));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new ProblemException(
                    CommonProblem.INVALID_FIELDS,
                    Text.of("on 应为日期，如 2019-03-04。", "on must be a date like 2019-03-04."));
        }
    }

    private static Semester semester(String text) {
        try {
            return Semester.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    CommonProblem.INVALID_FIELDS,
                    Text.of("semester 应写作 2018-autumn。", "Write the semester like 2018-autumn."));
        }
    }
}
