package cn.gov.zhuozhou.aid.disbursement.university;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.Masked;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** June's publicity about aid for freshmen at the schools that have graduates (S142). */
@Path("/api/v1/university-publicity")
@RunOnVirtualThread
class PublicityResource {
    private static final String SUBJECT = "university-publicity";

    record DoneRequest(
            @NotBlank @Size(max = 30) String schoolCode,
            @NotNull LocalDate doneOn,
            @NotBlank @Size(max = 100) String doneBy,
            @NotBlank @Size(max = 500) String what) {}

    /** A school with graduates, and when it did its publicity of the year; without a date it has not. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SchoolYear(
            String schoolCode,
            String schoolName,
            int year,
            UUID id,
            LocalDate doneOn,
            String doneBy,
            String what,
            long proofs) {}

    @Inject
    Database database;

    @Inject
    Proofs proofs;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    @Inject
    CurrentActor currentActor;

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public List<SchoolYear> list(@QueryParam("year") @NotNull Integer year) {
        return database.list(
                """
                select s.school_code, s.school_name, d.id, d.done_on, d.done_by, d.what,
                  (select count(*) from attachment a where a.subject = 'university-publicity' and a.subject_id = d.id::text)
                from (
                  select p.school_code, max(p.school_name) as school_name from pupil p
                  where p.stage = any (array(select unnest(g.stages) from graduate_rule g where g.valid_from =
                      (select max(valid_from) from graduate_rule where valid_from <= :today)))
                    and (cast(:ownSchool as text) is null or p.school_code = :ownSchool)
                    and (cast(:ownTown as text) is null or p.school_town = :ownTown)
                  group by p.school_code) s
                left join university_publicity d on d.school_code = s.school_code and d.year = :year
                order by s.school_code, d.id
                """,
                Values.of(currentActor.jurisdiction().parameters())
                        .and("year", year)
                        .and("today", clock.today()),
                row -> new SchoolYear(
                        row.getString(1),
                        row.getString(2),
                        year,
                        row.getObject(3, UUID.class),
                        row.getObject(4, LocalDate.class),
                        row.getString(5),
                        row.getString(6),
                        row.getLong(7)));
    }

    @POST
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response done(@NotNull @Valid DoneRequest request) {
        Actor actor = currentActor.get();
        requireOwn(request.schoolCode(), actor);
        UUID id = Ids.next();
        database.update(
                """
                insert into university_publicity (id, school_code, year, done_on, done_by, what, recorded_by, recorded_name, recorded_at)
                values (:id, :school, :year, :on, :doneBy, :what, :by, :byName, :now)
                """,
                Values.of("id", id)
                        .and("school", request.schoolCode())
                        .and("year", request.doneOn().getYear())
                        .and("on", request.doneOn())
                        .and("doneBy", Masked.anywhere(request.doneBy()))
                        .and("what", Masked.anywhere(request.what()))
                        .and("by", actor.id())
                        .and("byName", actor.name())
                        .and("now", clock.now()));
        trail.record(actor, "university-publicity.done", SUBJECT, id.toString(), null);
        return Response.status(Response.Status.CREATED).entity(Map.of("id", id)).build();
    }

    @POST
    @Path("{id}/evidence")
    @Consumes({"image/jpeg", "image/png", "application/pdf", MediaType.APPLICATION_OCTET_STREAM})
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response prove(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.CONTENT_DISPOSITION) String disposition,
            @NotEmpty byte[] content) {
        Actor actor = currentActor.get();
        requireOwn(school(id), actor);
        return Response.status(Response.Status.CREATED)
                .entity(proofs.keep(SUBJECT, id, "PUBLICITY", disposition, content, actor))
                .build();
    }

    @GET
    @Path("{id}/evidence/{file}")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    @Transactional
    public Response evidence(@PathParam("id") UUID id, @PathParam("file") UUID file) {
        Actor actor = currentActor.get();
        requireOwn(school(id), actor);
        return proofs.download(SUBJECT, id, file, actor);
    }

    private String school(UUID id) {
        return database.first(
                        "select school_code from university_publicity where id = :id",
                        Map.of("id", id),
                        row -> row.getString(1))
                .orElseThrow(ProblemException::notFound);
    }

    private void requireOwn(String school, Actor actor) {
        boolean own = database.number(
                        """
                        select count(*) from (select 1 from pupil p where p.school_code = :school
                          and (cast(:ownSchool as text) is null or p.school_code = :ownSchool)
                          and (cast(:ownTown as text) is null or p.school_town = :ownTown) limit 1) s
                        """, Values.of(actor.jurisdiction().parameters()).and("school", school))
                == 1;
        if (!own) {
            throw ProblemException.notFound();
        }
    }
}
