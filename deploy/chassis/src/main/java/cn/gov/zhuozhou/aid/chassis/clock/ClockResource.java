package cn.gov.zhuozhou.aid.chassis.clock;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Tells the business time; on a trial system an administrator moves it forward. */
@Path("/api/v1/clock")
@RunOnVirtualThread
public class ClockResource {
    public record ClockView(Instant now, LocalDate today, String semester, boolean adjustable) {}

    public record MoveClockRequest(@NotNull OffsetDateTime now) {}

    @Inject
    BusinessClock clock;

    @GET
    @PermitAll
    public ClockView show() {
        return new ClockView(clock.now(), clock.today(), clock.semester().code(), clock.adjustable());
    }

    @PUT
    @RolesAllowed(Roles.ADMINISTRATOR)
    public ClockView move(@NotNull @jakarta.validation.Valid MoveClockRequest request) {
        if (!clock.adjustable()) {
            throw ProblemException.notFound();
        }
        Instant target = request.now().toInstant();
        if (target.isBefore(clock.now())) {
            throw new ProblemException(
                    CommonProblem.STATE_CONFLICT, Text.of("业务时钟只能向前拨。", "The business clock only moves forward."));
        }
        clock.advanceTo(target);
        return show();
    }
}
