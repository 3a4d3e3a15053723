package cn.gov.zhuozhou.aid.registry.application;

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
import java.time.LocalDate;
import java.util.List;

/** The application form and the rules of the procedure, version by version; the newest first. */
@Path("/api/v1/application-templates")
@RunOnVirtualThread
class TemplateResource {
    record TemplateRequest(
            @NotNull LocalDate effectiveFrom,
            @NotNull @Valid Template definition) {}

    record TemplateList(List<Templates.InForce> items) {}

    @Inject
    Templates templates;

    @Inject
    CurrentActor currentActor;

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public TemplateList list() {
        return new TemplateList(templates.all());
    }

    @POST
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional
    @Idempotent
    public Response add(@NotNull @Valid TemplateRequest request) {
        Templates.InForce added =
                templates.add(request.effectiveFrom(), request.definition(), currentActor.requireBureau());
        return Response.created(URI.create("/api/v1/application-templates/" + added.version()))
                .entity(added)
                .build();
    }
}
