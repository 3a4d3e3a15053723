package cn.gov.zhuozhou.aid.chassis.trail;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/** The trail as auditors read it, and whether its chain is whole. */
@Path("/api/v1/trail")
@RolesAllowed({Roles.AUDITOR, Roles.ADMINISTRATOR})
@RunOnVirtualThread
public class TrailResource {
    public record TrailRow(
            long id,
            Instant at,
            String actor,
            String actorName,
            String org,
            String action,
            String subject,
            String subjectId,
            String reason) {}

    /** Whether every seal fits; {@code firstBroken} is the sequence number of the first that does not. */
    public record ChainView(boolean whole, Long firstBroken) {}

    @Inject
    Database database;

    @Inject
    TrailSealer sealer;

    @Inject
    CurrentActor currentActor;

    @GET
    public Page<TrailRow> list(
            @QueryParam("subject") String subject,
            @QueryParam("subjectId") String subjectId,
            @BeanParam Paging paging) {
        currentActor.requireBureau();
        List<TrailRow> found = database.list(
                """
                select id, at, actor, actor_name, org, action, subject, subject_id, reason from trail
                where id > :after and (:subject::text is null or subject = :subject)
                  and (:subjectId::text is null or subject_id = :subjectId)
                order by id limit :limit
                """,
                Values.of("after", paging.afterNumber())
                        .and("subject", subject)
                        .and("subjectId", subjectId)
                        .and("limit", paging.limit() + 1),
                TrailResource::row);
        return Page.of(found, paging.limit(), TrailRow::id);
    }

    private static TrailRow row(ResultSet row) throws SQLException {
        return new TrailRow(
                row.getLong(1),
                Rows.instant(row, 2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9));
    }

    @GET
    @Path("chain")
    public ChainView chain() {
        currentActor.requireBureau();
        OptionalLong broken = sealer.firstBroken();
        return broken.isEmpty() ? new ChainView(true, null) : new ChainView(false, broken.getAsLong());
    }
}
