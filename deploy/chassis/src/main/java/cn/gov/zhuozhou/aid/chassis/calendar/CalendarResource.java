package cn.gov.zhuozhou.aid.chassis.calendar;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessCalendar;
import cn.gov.zhuozhou.aid.chassis.clock.CalendarProblem;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The working-day calendar, year by year; an administrator enters a year when it is announced, and again when it is changed. */
@Path("/api/v1/calendar/years")
@RunOnVirtualThread
public class CalendarResource {
    public record YearRequest(
            @NotBlank @Size(max = 300) String source,
            @NotNull @Size(max = 60) List<CalendarYear.@Valid Day> days) {}

    @Inject
    Database database;

    @Inject
    BusinessCalendar calendar;

    @Inject
    CurrentActor currentActor;

    @Inject
    Trail trail;

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public List<CalendarYear> list() {
        return database.list("select year from calendar_year order by year", Map.of(), row -> row.getInt(1)).stream()
                .flatMap(year -> find(year).stream())
                .toList();
    }

    @GET
    @Path("{year}")
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public Response show(@PathParam("year") int year) {
        return answer(find(year).orElseThrow(ProblemException::notFound));
    }

    /** Enters a year ({@code If-Match: "0"}) or replaces it. Periods that run already keep their last day. */
    @PUT
    @Path("{year}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional
    public Response enter(
            @PathParam("year") @Min(2000) @Max(2100) int year,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid YearRequest request) {
        var actor = currentActor.requireBureau();
        long seen = find(year).map(CalendarYear::version).orElse(0L);
        Versions.require(ifMatch, seen);
        var entered = new CalendarYear(year, request.source(), request.days(), seen + 1);
        entered.misfit().ifPresent(CalendarResource::refuse);
        store(entered, actor.id());
        calendar.forget();
        trail.record(actor, "calendar.entered", "calendar-year", Integer.toString(year), request.source(), Map.of());
        return answer(find(year).orElseThrow());
    }

    private void store(CalendarYear entered, String by) {
        Map<String, Object> values = Values.of("year", entered.year())
                .and("source", entered.source())
                .and("by", by);
        database.update("""
                insert into calendar_year (year, source, entered_by) values (:year, :source, :by)
                on conflict (year) do update set source = excluded.source, entered_by = excluded.entered_by,
                    entered_at = now(), version = calendar_year.version + 1
                """, values);
        database.update("delete from calendar_exception where notice_year = :year", values);
        for (CalendarYear.Day day : entered.days()) {
            database.update(
                    """
                    insert into calendar_exception (day, working, name, notice_year) values (:day, :working, :name, :year)
                    on conflict (day) do update set working = excluded.working, name = excluded.name,
                        notice_year = excluded.notice_year
                    """,
                    Values.of("day", day.day())
                            .and("working", day.working())
                            .and("name", day.name())
                            .and("year", entered.year()));
        }
    }

    private Optional<CalendarYear> find(int year) {
        List<CalendarYear.Day> days = database.list(
                "select day, working, name from calendar_exception where notice_year = :year order by day",
                Map.of("year", year),
                row -> new CalendarYear.Day(row.getObject(1, LocalDate.class), row.getBoolean(2), row.getString(3)));
        return database.first(
                "select source, version from calendar_year where year = :year",
                Map.of("year", year),
                row -> new CalendarYear(year, row.getString(1), days, row.getLong(2)));
    }

    private static void refuse(CalendarYear.Day day) {
        throw new ProblemException(
                CalendarProblem.CALENDAR_DAY_INVALID,
                Text.of(
                                "%s：放假应为周一至周五，调休上班应为周六或周日，且属于该年的安排。",
                                "%s: days off are Mondays to Fridays, worked days Saturdays or Sundays, of that year's"
                                        + " arrangement.")
                        .formatted(day.day()));
    }

    private static Response answer(CalendarYear year) {
        return Response.ok(year).tag(Versions.tag(year.version())).build();
    }
}
