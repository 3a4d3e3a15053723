package cn.gov.zhuozhou.aid.registry.outofarea;

import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.dated.DatedRows;
import cn.gov.zhuozhou.aid.chassis.dated.DatedRows.Dated;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The working days letters and replies may take. */
@Path("/api/v1/out-of-area-terms")
@RunOnVirtualThread
class TermResource {
    record OutOfAreaTermRequest(
            @NotNull Terms.Matter matter,
            @NotNull LocalDate validFrom,
            @Min(1) @Max(250) int workingDays,
            @NotBlank @Size(max = 300) String source) {}

    record OutOfAreaTermList(List<Terms.Term> items) {}

    @Inject
    Terms terms;

    @Inject
    DatedRows rows;

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public OutOfAreaTermList list() {
        return new OutOfAreaTermList(terms.all());
    }

    @POST
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional
    @Idempotent
    public Response add(@NotNull @Valid OutOfAreaTermRequest request) {
        var term = new Terms.Term(request.matter(), request.validFrom(), request.workingDays(), request.source());
        rows.add(
                new Dated(
                        "out-of-area-term",
                        term.matter().name(),
                        term.validFrom(),
                        term.source(),
                        Map.of("workingDays", term.workingDays())),
                actor -> terms.add(term, actor.id()));
        return Response.created(URI.create("/api/v1/out-of-area-terms"))
                .entity(term)
                .build();
    }
}
