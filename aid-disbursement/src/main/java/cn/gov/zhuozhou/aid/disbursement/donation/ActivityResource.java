package cn.gov.zhuozhou.aid.disbursement.donation;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.disbursement.FreeText;
import cn.gov.zhuozhou.aid.disbursement.OwnSchools;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Occasions on which people give: 献爱心, 一日捐, 结对帮扶. Every unit enters its own. */
@Path("/api/v1/donation-activities")
@RunOnVirtualThread
class ActivityResource {
    enum ActivityKind {
        LOVE,
        ONE_DAY,
        PAIRING
    }

    /** @param schoolCode null for an activity of a town or the bureau */
    record ActivityRequest(
            @NotNull ActivityKind kind,
            @NotBlank @Size(max = 100) String title,
            @NotNull Semester semester,
            @NotNull LocalDate heldOn,
            @Size(max = 40) String schoolCode) {}

    /** @param receivedFen confirmed money that came in on this occasion */
    record Activity(
            UUID id,
            ActivityKind kind,
            String title,
            String semester,
            LocalDate heldOn,
            String schoolCode,
            String schoolTown,
            long receivedFen) {}

    private static final String SELECT = """
            select a.id, a.kind, a.title, a.semester, a.held_on, a.school_code, a.school_town,
              coalesce((select sum(d.amount_fen) from donation d
                        where d.activity_id = a.id and d.state = 'CONFIRMED' and d.form = 'MONEY'), 0)
            from donation_activity a
            where (:ownSchool::text is null or a.school_code = :ownSchool)
              and (:ownTown::text is null or a.school_town = :ownTown)
            """;

    @Inject
    Database database;

    @Inject
    OwnSchools schools;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    @Inject
    CurrentActor currentActor;

    @POST
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.CLERK)
    public Response enter(@NotNull @Valid ActivityRequest asked) {
        Actor by = currentActor.get();
        UUID id = Ids.next();
        database.update(
                """
                insert into donation_activity (id, kind, title, semester, held_on, school_code, school_town, entered_by,
                                               entered_by_name, entered_at)
                values (:id, :kind, :title, :semester, :held, :school::text, :town::text, :by, :name, :now)
                """,
                Values.of("id", id)
                        .and("kind", asked.kind())
                        .and("title", FreeText.checked(asked.title()))
                        .and("semester", asked.semester().code())
                        .and("held", asked.heldOn())
                        .and("school", asked.schoolCode())
                        .and("town", town(asked.schoolCode(), by.jurisdiction()))
                        .and("by", by.id())
                        .and("name", by.name())
                        .and("now", clock.now()));
        trail.record(by, "donation-activity.entered", "donation-activity", id.toString(), null);
        return Response.created(URI.create("/api/v1/donation-activities/" + id))
                .entity(Map.of("id", id))
                .build();
    }

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<Activity> list(
            @QueryParam("semester") String semester, @QueryParam("kind") ActivityKind kind, @BeanParam Paging paging) {
        return Page.of(
                database.list(
                        SELECT + """
                          and (:semester::text is null or a.semester = :semester) and (:kind::text is null or a.kind = :kind)
                          and (:after::uuid is null or a.id > :after)
                        order by a.id limit :limit
                        """,
                        Values.of(currentActor.jurisdiction().parameters())
                                .and("semester", semester)
                                .and("kind", kind)
                                .and("after", paging.afterId())
                                .and("limit", paging.limit() + 1),
                        ActivityResource::read),
                paging.limit(),
                Activity::id);
    }

    /** A unit enters what it held itself; another's school does not exist for it. */
    private String town(String school, Jurisdiction own) {
        if (school == null) {
            if (own.school() != null) {
                throw ProblemException.notFound();
            }
            return own.town();
        }
        return schools.townOf(school, own);
    }

    private static Activity read(ResultSet row) throws SQLException {
        return new Activity(
                row.getObject(1, UUID.class),
                Rows.constant(row, 2, ActivityKind.class),
                row.getString(3),
                row.getString(4),
                row.getObject(5, LocalDate.class),
                row.getString(6),
                row.getString(7),
                row.getLong(8));
    }
}
