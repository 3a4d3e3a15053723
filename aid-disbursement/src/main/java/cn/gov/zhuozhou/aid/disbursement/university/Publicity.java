package cn.gov.zhuozhou.aid.disbursement.university;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.Masked;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.disbursement.PastDay;
import cn.gov.zhuozhou.aid.disbursement.university.PublicityResource.DoneRequest;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which schools with graduates did their publicity of a year, and how it is known. */
@ApplicationScoped
class Publicity {
    static final String SUBJECT = "university-publicity";

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
    BusinessClock clock;

    @Inject
    Trail trail;

    List<SchoolYear> list(int year, Jurisdiction own) {
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
                Values.of(own.parameters()).and("year", year).and("today", clock.today()),
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

    UUID done(DoneRequest request, Actor actor) {
        requireOwn(request.schoolCode(), actor);
        PastDay.require(request.doneOn(), clock);
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
        return id;
    }

    /** Ends the request where the record is not of the actor's jurisdiction. */
    void require(UUID id, Actor actor) {
        requireOwn(school(id), actor);
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
