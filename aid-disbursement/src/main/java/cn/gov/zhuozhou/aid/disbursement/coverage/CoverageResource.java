package cn.gov.zhuozhou.aid.disbursement.coverage;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.http.Downloads;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.disbursement.SemesterCode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Whether everyone who must be aided is, by school and programme (应助尽助), and why each who is not is not. */
@Path("/api/v1/coverage")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CoverageResource {
    /** What narrows lists of pupils; any part but the semester may be absent. */
    public static class Asked {
        @QueryParam("semester")
        String semester;

        @QueryParam("school")
        String school;

        @QueryParam("programme")
        String programme;

        @QueryParam("outcome")
        Outcome outcome;

        @QueryParam("registeredPoor")
        Boolean registeredPoor;

        /** Aided last semester, entitled now, no award (A05). */
        @QueryParam("discontinued")
        Boolean discontinued;

        Semester semester() {
            return SemesterCode.required(semester);
        }

        Coverage.Filter filter() {
            return new Coverage.Filter(school, programme, outcome, registeredPoor, discontinued);
        }
    }

    @Inject
    Coverage coverage;

    @Inject
    CoverageSheets sheets;

    @Inject
    CurrentActor currentActor;

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public CoverageSummary coverage(@QueryParam("semester") String semester, @QueryParam("school") String school) {
        return coverage.summary(SemesterCode.required(semester), school, currentActor.jurisdiction());
    }

    /** A page ends behind a pupil, so it may hold a few lines more or less than asked for. */
    @GET
    @Path("pupils")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<CoverageLine> pupils(@BeanParam Asked asked, @BeanParam Paging paging) {
        List<CoverageLine> found = coverage.lines(
                asked.semester(), asked.filter(), currentActor.jurisdiction(), paging.afterId(), paging.limit());
        if (found.size() <= paging.limit()) {
            return new Page<>(found, null);
        }
        var last = found.getLast().studentId();
        List<CoverageLine> before =
                found.stream().filter(line -> !line.studentId().equals(last)).toList();
        List<CoverageLine> page = before.isEmpty() ? found : before;
        return new Page<>(page, page.getLast().studentId().toString());
    }

    @GET
    @Path("pupils.xlsx")
    @Produces("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    @Transactional
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Response sheet(@BeanParam Asked asked) {
        Actor actor = currentActor.get();
        return Downloads.of(
                "应助尽助-" + asked.semester() + ".xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                sheets.xlsx(asked.semester(), asked.filter(), actor));
    }

    @GET
    @Path("pupils.csv")
    @Produces("text/csv;charset=UTF-8")
    @Transactional
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Response csv(@BeanParam Asked asked) {
        Actor actor = currentActor.get();
        return Downloads.of(
                "应助尽助-" + asked.semester() + ".csv",
                "text/csv;charset=UTF-8",
                sheets.csv(asked.semester(), asked.filter(), actor));
    }
}
