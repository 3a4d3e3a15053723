package cn.gov.zhuozhou.aid.accountability.assignment;

import cn.gov.zhuozhou.aid.accountability.Conditions;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** What the county is measured by. */
@Path("/api/v1/indicators")
@RunOnVirtualThread
class IndicatorResource {
    private static final String AIDED = """
            p.enrolmentState = 'IN_SCHOOL' and exists (select 1 from Identification i
              where i.studentId = p.studentId and i.identified
                and not exists (select 1 from Identification n where n.studentId = i.studentId
                  and (n.semesterFirstDay > i.semesterFirstDay
                    or n.semesterFirstDay = i.semesterFirstDay and n.id > i.id)))""";

    @Inject
    EntityManager entities;

    @Inject
    CurrentActor currentActor;

    record Indicators(Total responsiblePersonCoverage) {}

    record Total(long aided, long covered, List<Coverage> schools) {}

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Indicators indicators() {
        var conditions =
                new Conditions().and(AIDED).within(currentActor.jurisdiction(), "p.schoolCode", "p.schoolTown");
        String hql = """
                select p.schoolCode, max(p.schoolName), max(p.schoolTown), count(p),
                       count(case when a.state in (PROPOSED, ACTIVE) then 1 end),
                       count(case when a.state = ACTIVE then 1 end)
                from Pupil p left join Assignment a on a.studentId = p.studentId and a.state <> ENDED""";
        List<Coverage> schools = conditions
                .bind(entities.createQuery(
                        hql + conditions.where() + " group by p.schoolCode order by p.schoolCode", Coverage.class))
                .getResultList();
        return new Indicators(new Total(
                schools.stream().mapToLong(Coverage::aided).sum(),
                schools.stream().mapToLong(Coverage::covered).sum(),
                schools));
    }
}
