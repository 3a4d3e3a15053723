package cn.gov.zhuozhou.aid.disbursement;

import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Schools as this service knows them: by the pupils it follows. */
@ApplicationScoped
public class OwnSchools {
    @Inject
    Database database;

    /** The town a school lies in; ends the request with 404 where it is not known or not within the jurisdiction. */
    public String townOf(String school, Jurisdiction own) {
        return database.first(
                        "select min(school_town) from pupil where school_code = :school having count(*) > 0",
                        Map.of("school", school),
                        row -> row.getString(1))
                .filter(town -> own.coversSchool(school, town))
                .orElseThrow(ProblemException::notFound);
    }
}
