package cn.gov.zhuozhou.aid.disbursement.funding;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
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
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Money allotted from level to level, as the documents have it; the national system keeps the same (财政资金管理). */
@Path("/api/v1/fund-allotments")
@RunOnVirtualThread
class FundAllotmentResource {
    enum Level {
        PROVINCE,
        CITY,
        COUNTY
    }

    /** @param toUnit the city, the county, or the school's code: one level down */
    record AllotmentRequest(
            @NotBlank String programme,
            @NotNull @Min(2000) @Max(2100) Integer year,
            Semester semester,
            @NotBlank String source,
            @NotNull Level fromLevel,
            @NotBlank @Size(max = 100) String toUnit,
            @NotNull @Positive Long amountFen,
            @NotBlank @Size(max = 100) String documentNo,
            @NotNull LocalDate issuedOn) {}

    record Allotment(
            UUID id,
            String programme,
            int year,
            String semester,
            String source,
            Level fromLevel,
            String toUnit,
            long amountFen,
            String documentNo,
            LocalDate issuedOn,
            String enteredByName) {}

    /** What each level passed on; {@code leftFen} below zero: more than the level above gave. */
    record Step(String programme, String source, Level fromLevel, long amountFen, Long leftFen) {}

    private static final String STEPS = """
            select programme, source, from_level, sum(amount_fen)::bigint,
              (lag(sum(amount_fen)) over (partition by programme, source
                 order by case from_level when 'PROVINCE' then 1 when 'CITY' then 2 else 3 end) - sum(amount_fen))::bigint
            from fund_allotment where year = :year group by programme, source, from_level
            order by programme, source, case from_level when 'PROVINCE' then 1 when 'CITY' then 2 else 3 end
            """;

    @Inject
    Database database;

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
    public Response enter(@NotNull @Valid AllotmentRequest asked) {
        Actor by = currentActor.requireBureau();
        UUID id = Ids.next();
        int entered = database.update(
                """
                insert into fund_allotment (id, programme, year, semester, source, from_level, to_unit, amount_fen,
                                            document_no, issued_on, entered_by, entered_by_name, entered_at)
                select :id, p.code, :year, :semester::text, s.code, :level, :unit, :fen, :document, :issued, :by, :name, :now
                from programme p, fund_source s where p.code = :programme and s.code = :source
                on conflict do nothing
                """,
                Values.of("id", id)
                        .and("programme", asked.programme())
                        .and("year", asked.year())
                        .and(
                                "semester",
                                asked.semester() == null
                                        ? null
                                        : asked.semester().code())
                        .and("source", asked.source())
                        .and("level", asked.fromLevel())
                        .and("unit", FreeText.checked(asked.toUnit()))
                        .and("fen", asked.amountFen())
                        .and("document", FreeText.checked(asked.documentNo()))
                        .and("issued", asked.issuedOn())
                        .and("by", by.id())
                        .and("name", by.name())
                        .and("now", clock.now()));
        if (entered == 0) {
            throw new ProblemException(FundingProblem.DOCUMENT_ENTERED);
        }
        trail.record(by, "fund-allotment.entered", "fund-allotment", id.toString(), null);
        return Response.status(Response.Status.CREATED).entity(Map.of("id", id)).build();
    }

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<Allotment> list(
            @QueryParam("year") Integer year, @QueryParam("programme") String programme, @BeanParam Paging paging) {
        currentActor.requireBureau();
        return Page.of(
                database.list(
                        """
                        select id, programme, year, semester, source, from_level, to_unit, amount_fen, document_no, issued_on,
                               entered_by_name
                        from fund_allotment
                        where (:year::integer is null or year = :year) and (:programme::text is null or programme = :programme)
                          and (:after::uuid is null or id > :after)
                        order by id limit :limit
                        """,
                        Values.of("year", year)
                                .and("programme", programme)
                                .and("after", paging.afterId())
                                .and("limit", paging.limit() + 1),
                        FundAllotmentResource::read),
                paging.limit(),
                Allotment::id);
    }

    @GET
    @Path("steps")
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public List<Step> steps(@QueryParam("year") @NotNull @Min(2000) @Max(2100) Integer year) {
        currentActor.requireBureau();
        return database.list(
                STEPS,
                Map.of("year", year),
                row -> new Step(
                        row.getString(1),
                        row.getString(2),
                        Rows.constant(row, 3, Level.class),
                        row.getLong(4),
                        row.getObject(5, Long.class)));
    }

    private static Allotment read(ResultSet row) throws SQLException {
        return new Allotment(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getInt(3),
                row.getString(4),
                row.getString(5),
                Rows.constant(row, 6, Level.class),
                row.getString(7),
                row.getLong(8),
                row.getString(9),
                row.getObject(10, LocalDate.class),
                row.getString(11));
    }
}
