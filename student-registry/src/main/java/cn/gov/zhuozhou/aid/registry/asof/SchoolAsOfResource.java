package cn.gov.zhuozhou.aid.registry.asof;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What did a school know on 3 March of the pupils it had then? */
@Path("/api/v1/schools/{code}/as-of")
@RunOnVirtualThread
@RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
class SchoolAsOfResource {
    private static final String SCHOOL = """
            select 1 from school s where s.code = :code
              and (:ownSchool::text is null or s.code = :ownSchool) and (:ownTown::text is null or s.town = :ownTown)""";

    @Inject
    AsOf asOf;

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    @Inject
    CurrentActor actor;

    /** Today and now where no day or moment is asked for. */
    @GET
    public Page<AsOfView> list(
            @PathParam("code") String code,
            @QueryParam("on") String on,
            @QueryParam("known") String known,
            @BeanParam Paging paging) {
        Map<String, Object> values = actor.jurisdiction().parameters();
        values.put("code", code);
        if (database.first(SCHOOL, values, row -> row.getInt(1)).isEmpty()) {
            throw ProblemException.notFound();
        }
        PointInTime then = PointInTime.parse(on, known, clock);
        List<UUID> students = asOf.ofSchool(code, then, paging.afterId(), paging.limit() + 1);
        return Page.of(asOf.of(students, then), paging.limit(), AsOfView::studentId);
    }
}
