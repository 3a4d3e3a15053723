package cn.gov.zhuozhou.aid.inspection.finding;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.inspection.finding.FindingQueries.Total;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The ledger for reading. */
@Path("/api/v1/findings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
@RunOnVirtualThread
class FindingResource {
    record FindingDetail(@JsonUnwrapped FindingView finding, List<FindingHistory.Step> history) {}

    record Totals(List<Total> totals, long open, long overdue) {}

    private static final Text STATES =
            Text.of("state 应为台账状态，如 ASSIGNED。", "state must be a state of a line, such as ASSIGNED.");
    private static final Text IDS = Text.of("student 应为学生标识 UUID。", "student must be the UUID of a pupil.");

    @Inject
    FindingQueries queries;

    @Inject
    FindingHistory history;

    @Inject
    CurrentActor currentActor;

    @GET
    public Page<FindingView> list(
            @QueryParam("code") String code,
            @QueryParam("state") String state,
            @QueryParam("owner") String owner,
            @QueryParam("student") String student,
            @BeanParam Paging paging) {
        var filter = new FindingFilter(
                currentActor.jurisdiction(),
                code,
                read(state, FindingState::valueOf, STATES),
                owner,
                read(student, UUID::fromString, IDS),
                null);
        return Page.of(queries.list(filter, paging.afterId(), paging.limit() + 1), paging.limit(), FindingView::id);
    }

    @GET
    @Path("totals")
    public Totals totals() {
        List<Total> totals = queries.totals(FindingFilter.within(currentActor.jurisdiction()));
        return new Totals(
                totals,
                totals.stream()
                        .filter(t -> t.state().isOpen())
                        .mapToLong(Total::count)
                        .sum(),
                totals.stream().mapToLong(Total::overdue).sum());
    }

    @GET
    @Path("{id}")
    @APIResponseSchema(FindingDetail.class)
    public Response show(@PathParam("id") UUID id) {
        FindingView finding = queries.find(FindingFilter.within(currentActor.jurisdiction()), id)
                .orElseThrow(ProblemException::notFound);
        return Versions.seen(new FindingDetail(finding, history.of(id)), finding.revision());
    }

    /** Null where nothing was asked for; a value that cannot be read is the caller's mistake. */
    private static <T> T read(String value, Function<String, T> reader, Text expected) {
        try {
            return value == null || value.isBlank() ? null : reader.apply(value);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(CommonProblem.INVALID_FIELDS, expected);
        }
    }
}
