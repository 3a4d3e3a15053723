package cn.gov.zhuozhou.aid.registry.school;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
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

/** Schools of the county, those of one's own jurisdiction. */
@Path("/api/v1/schools")
@RunOnVirtualThread
@RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
class SchoolResource {
    /** What no list has told is null. */
    record SchoolView(
            String schoolCode,
            String name,
            String stage,
            List<String> stages,
            String town,
            String kind,
            String nature,
            boolean central,
            String centralSchoolCode,
            String centralSchoolName,
            long revision,
            long pupils) {}

    private static final String SELECT = """
            select s.code, s.name, s.stage, s.stages, s.town, s.kind, s.nature, s.central, s.central_code,
              c.name as central_name, s.revision,
              (select count(*) from student p
               where p.school_code = s.code and p.enrolment_state = 'IN_SCHOOL' and p.merged_into is null) as pupils
            from school s left join school c on c.code = s.central_code
            where (:code::text is null or s.code = :code) and s.code > :after
              and (:central::text is null or s.central_code = :central) and (:town::text is null or s.town = :town)
              and (:ownSchool::text is null or s.code = :ownSchool) and (:ownTown::text is null or s.town = :ownTown)
            order by s.code limit :most""";

    @Inject
    Database database;

    @Inject
    CurrentActor actor;

    @GET
    public Page<SchoolView> list(
            @QueryParam("town") String town, @QueryParam("centralSchool") String central, @BeanParam Paging paging) {
        String after = paging.after() == null ? "" : paging.after();
        var found = find(null, town, central, after, paging.limit() + 1);
        return Page.of(found, paging.limit(), SchoolView::schoolCode);
    }

    @GET
    @Path("{code}")
    public SchoolView show(@PathParam("code") String code) {
        return find(code, null, null, "", 1).stream().findFirst().orElseThrow(ProblemException::notFound);
    }

    private List<SchoolView> find(String code, String town, String central, String after, int most) {
        Map<String, Object> values = actor.jurisdiction().parameters();
        values.put("code", code);
        values.put("town", town);
        values.put("central", central);
        values.put("after", after);
        values.put("most", most);
        return database.list(
                SELECT,
                values,
                row -> new SchoolView(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("stage"),
                        Rows.strings(row, "stages"),
                        row.getString("town"),
                        row.getString("kind"),
                        row.getString("nature"),
                        row.getBoolean("central"),
                        row.getString("central_code"),
                        row.getString("central_name"),
                        row.getLong("revision"),
                        row.getLong("pupils")));
    }
}
