package cn.gov.zhuozhou.aid.disbursement.donation;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.disbursement.FreeText;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who gives, and what a donor is shown of the pupils he helps. */
@Path("/api/v1/donors")
@RunOnVirtualThread
class DonorResource {
    record DonorRequest(
            @NotNull DonorKind kind,
            @NotBlank @Size(max = 100) String name,
            @NotNull Boolean anonymous) {}

    record Donor(UUID id, DonorKind kind, String name, boolean anonymous) {}

    @Inject
    Database database;

    @Inject
    DonorColumns columns;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    @Inject
    CurrentActor currentActor;

    @POST
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.CLERK)
    public Response register(@NotNull @Valid DonorRequest asked) {
        Actor by = currentActor.requireBureau();
        UUID id = Ids.next();
        database.update(
                """
                insert into donor (id, kind, name, anonymous, registered_by, registered_by_name, registered_at)
                values (:id, :kind, :name, :anonymous, :by, :byName, :now)
                """,
                Map.of(
                        "id", id,
                        "kind", asked.kind(),
                        "name", FreeText.checked(asked.name()),
                        "anonymous", asked.anonymous(),
                        "by", by.id(),
                        "byName", by.name(),
                        "now", clock.now()));
        trail.record(by, "donor.registered", "donor", id.toString(), null);
        return Response.created(URI.create("/api/v1/donors/" + id))
                .entity(new Donor(id, asked.kind(), asked.name(), asked.anonymous()))
                .build();
    }

    /** For the bureau's own staff, who see the names of those who want none shown. */
    @GET
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<Donor> list(@QueryParam("kind") DonorKind kind, @BeanParam Paging paging) {
        currentActor.requireBureau();
        return Page.of(
                database.list(
                        """
                        select id, kind, name, anonymous from donor
                        where (:kind::text is null or kind = :kind) and (:after::uuid is null or id > :after)
                        order by id limit :limit
                        """,
                        Values.of("kind", kind).and("after", paging.afterId()).and("limit", paging.limit() + 1),
                        row -> new Donor(
                                row.getObject(1, UUID.class),
                                Rows.constant(row, 2, DonorKind.class),
                                row.getString(3),
                                row.getBoolean(4))),
                paging.limit(),
                Donor::id);
    }

    /** The pupils a donor is paired with, in the columns he may see. */
    @GET
    @Path("{id}/pupils")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public List<Map<String, Object>> pupils(@PathParam("id") UUID id) {
        currentActor.requireBureau();
        if (database.number("select count(*) from donor where id = :id", Map.of("id", id)) == 0) {
            throw ProblemException.notFound();
        }
        return columns.pupilsOf(id);
    }
}
