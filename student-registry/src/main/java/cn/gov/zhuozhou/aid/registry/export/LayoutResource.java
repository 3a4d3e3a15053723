package cn.gov.zhuozhou.aid.registry.export;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;

/** Layouts of sheets, and the fields they may choose from. */
@Path("/api/v1/export-layouts")
@RunOnVirtualThread
class LayoutResource {
    record FieldView(Field field, Field.Kind kind, List<Dataset> lists) {}

    record LayoutList(List<Layouts.Versioned> items, List<FieldView> fields) {}

    @Inject
    Layouts layouts;

    @Inject
    CurrentActor currentActor;

    @GET
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public LayoutList list() {
        List<FieldView> fields = Arrays.stream(Field.values())
                .map(field -> new FieldView(
                        field,
                        field.kind(),
                        Arrays.stream(Dataset.values()).filter(field::isOf).toList()))
                .toList();
        return new LayoutList(layouts.all(), fields);
    }

    /** A new code, or a new version of one. */
    @POST
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional
    @Idempotent
    public Response add(@NotNull @Valid Layout layout) {
        return Response.created(URI.create("/api/v1/export-layouts"))
                .entity(layouts.add(layout, currentActor.requireBureau()))
                .build();
    }
}
