package cn.gov.zhuozhou.aid.chassis.trail;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import javax.sql.DataSource;

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
    DataSource dataSource;

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
        String sql = "select id, at, actor, actor_name, org, action, subject, subject_id, reason from trail"
                + " where id > ? and (?::text is null or subject = ?) and (?::text is null or subject_id = ?)"
                + " order by id limit ?";
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, paging.afterNumber());
            statement.setString(2, subject);
            statement.setString(3, subject);
            statement.setString(4, subjectId);
            statement.setString(5, subjectId);
            statement.setInt(6, paging.limit() + 1);
            try (var rows = statement.executeQuery()) {
                List<TrailRow> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(new TrailRow(
                            rows.getLong(1),
                            rows.getObject(2, OffsetDateTime.class).toInstant(),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getString(5),
                            rows.getString(6),
                            rows.getString(7),
                            rows.getString(8),
                            rows.getString(9)));
                }
                return Page.of(found, paging.limit(), TrailRow::id);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the trail cannot be read", e);
        }
    }

    @GET
    @Path("chain")
    public ChainView chain() {
        currentActor.requireBureau();
        OptionalLong broken = sealer.firstBroken();
        return broken.isEmpty() ? new ChainView(true, null) : new ChainView(false, broken.getAsLong());
    }
}
