package cn.gov.zhuozhou.aid.registry.school;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
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
import java.util.List;
import java.util.Map;

/** Schools of the county, those of one's own jurisdiction. */
@Path("/api/v1/schools")
@RunOnVirtualThread
@RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
class SchoolResource {
    record SchoolView(String schoolCode, String name, String stage, String town, long revision, long pupils) {}

    private static final String SELECT = """
            select s.code, s.name, s.stage, s.town, s.revision,
              (select count(*) from student p where p.school_code = s.code and p.enrolment_state = 'IN_SCHOOL')
            from school s
            where (:code::text is null or s.code = :code) and s.code > :after
              and (:ownSchool::text is null or s.code = :ownSchool) and (:ownTown::text is null or s.town = :ownTown)
            order by s.code limit :most""";

    @Inject
    Database database;

    @Inject
    CurrentActor actor;

    @GET
    public Page<SchoolView> list(@BeanParam Paging paging) {
        String after = paging.after() == null ? "" : paging.after();
        return Page.of(find(null, after, paging.limit() + 1), paging.limit(), SchoolView::schoolCode);
    }

    @GET
    @Path("{code}")
    public SchoolView show(@PathParam("code") String code) {
        return find(code, "", 1).stream().findFirst().orElseThrow(ProblemException::notFound);
    }

    private List<SchoolView> find(String code, String after, int most) {
        Map<String, Object> values = actor.jurisdiction().parameters();
        values.put("code", code);
        values.put("after", after);
        values.put("most", most);
        return database.list(
                SELECT,
                values,
                row -> new SchoolView(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getLong(6)));
    }
}
