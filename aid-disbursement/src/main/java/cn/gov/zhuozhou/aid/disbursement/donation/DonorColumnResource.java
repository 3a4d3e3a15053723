package cn.gov.zhuozhou.aid.disbursement.donation;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Map;

/** What donors are shown of pupils: set by the administrator. */
@Path("/api/v1/donor-columns")
@RunOnVirtualThread
class DonorColumnResource {
    record ColumnView(DonorColumn code, boolean shown) {}

    record ColumnRequest(
            @NotNull Boolean shown,
            @NotBlank @Size(max = 500) String reason) {}

    @Inject
    Database database;

    @Inject
    Trail trail;

    @Inject
    CurrentActor currentActor;

    @GET
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public List<ColumnView> list() {
        return database.list(
                "select code, shown from donor_column order by code",
                Map.of(),
                row -> new ColumnView(Rows.constant(row, 1, DonorColumn.class), row.getBoolean(2)));
    }

    @PUT
    @Path("{code}")
    @Transactional
    @RolesAllowed(Roles.ADMINISTRATOR)
    public ColumnView set(@PathParam("code") DonorColumn code, @NotNull @Valid ColumnRequest asked) {
        Actor by = currentActor.requireBureau();
        database.update(
                "update donor_column set shown = :shown, set_by = :by where code = :code",
                Map.of("code", code, "shown", asked.shown(), "by", by.id()));
        String act = asked.shown() ? "donor-column.shown" : "donor-column.hidden";
        trail.record(by, act, "donor-column", code.name(), FreeText.checked(asked.reason()));
        return new ColumnView(code, asked.shown());
    }
}
