package cn.gov.zhuozhou.aid.registry.retention;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** How many pupils were identified, whether or not anybody still knows who they were. */
@Path("/api/v1/retention/statistics")
@RunOnVirtualThread
@RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
class IdentifiedStatisticsResource {
    record Count(
            String semester, String schoolCode, String stage, String level, List<String> categories, long persons) {}

    @Inject
    Database database;

    @Inject
    CurrentActor currentActor;

    @GET
    public List<Count> list(@QueryParam("semester") @NotBlank String semester, @QueryParam("school") String school) {
        return database.list(
                """
                select semester, school_code, stage, level, categories, persons from identified_statistics
                where semester = :semester and (cast(:school as text) is null or school_code = :school)
                  and (cast(:ownSchool as text) is null or school_code = :ownSchool)
                  and (cast(:ownTown as text) is null or town = :ownTown)
                order by school_code, stage, level, categories
                """,
                Values.of(currentActor.jurisdiction().parameters())
                        .and("semester", semester)
                        .and("school", school),
                row -> new Count(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        Rows.strings(row, 5),
                        row.getLong(6)));
    }
}
