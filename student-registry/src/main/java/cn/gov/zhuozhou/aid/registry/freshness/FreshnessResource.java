package cn.gov.zhuozhou.aid.registry.freshness;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;

/** How old each source is, which rulings lean on what is too old, and the days the county allows. */
@Path("/api/v1/feeds")
@RunOnVirtualThread
@RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
class FreshnessResource {
    /** @param leaningRulings rulings of the open semester that lean on the source; counted where it is stale */
    record StalenessView(
            String source,
            FeedAge.State state,
            LocalDate newestAsOf,
            Long ageDays,
            int limitDays,
            FeedAge.OnOpening onOpening,
            long leaningRulings) {}

    record StalenessList(LocalDate today, List<StalenessView> items) {}

    record LimitRequest(
            @NotNull @Pattern(regexp = "[a-z][a-z-]{1,40}") String source,
            @NotNull LocalDate firstDay,
            @NotNull @Min(1) @Max(3650) Integer days,
            @NotNull FeedAge.OnOpening onOpening) {}

    @Inject
    FeedAges ages;

    @Inject
    LeaningRulings rulings;

    @Inject
    AgeLimits limits;

    @Inject
    CurrentActor currentActor;

    @GET
    @Path("staleness")
    public StalenessList staleness() {
        currentActor.requireBureau();
        List<FeedAge> today = ages.today();
        return new StalenessList(
                today.isEmpty() ? null : today.getFirst().today(),
                today.stream().map(this::view).toList());
    }

    private StalenessView view(FeedAge age) {
        boolean stale = age.state() == FeedAge.State.STALE;
        return new StalenessView(
                age.source(),
                age.state(),
                age.newestAsOf(),
                age.ageDays(),
                age.limitDays(),
                age.onOpening(),
                stale ? rulings.count(age.source()) : 0);
    }

    /** Rulings of one's own jurisdiction that lean on the source while it is stale; none while it is not. */
    @GET
    @Path("staleness/{source}/rulings")
    public Page<LeaningRulings.Leaning> leaning(@PathParam("source") String source, @BeanParam Paging paging) {
        FeedAge age = ages.today().stream()
                .filter(one -> one.source().equals(source))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        var found = age.state() == FeedAge.State.STALE
                ? rulings.list(source, currentActor.jurisdiction(), paging.afterId(), paging.limit() + 1)
                : List.<LeaningRulings.Leaning>of();
        return Page.of(found, paging.limit(), LeaningRulings.Leaning::identificationId);
    }

    @GET
    @Path("age-limits")
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public AgeLimits.LimitList limits() {
        currentActor.requireBureau();
        return limits.all();
    }

    /** Sets the days from a day on that is not past; what held before stays readable. */
    @POST
    @Path("age-limits")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional
    @Idempotent
    public Response limit(@NotNull @Valid LimitRequest request) {
        Actor actor = currentActor.requireBureau();
        return Response.status(Response.Status.CREATED)
                .entity(limits.set(request.source(), request.firstDay(), request.days(), request.onOpening(), actor))
                .build();
    }
}
