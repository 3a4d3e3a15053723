package cn.gov.zhuozhou.aid.disbursement.recovery;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;

/** Whether overpayments may be set against later payments, from a day on. */
@Path("/api/v1/recovery-terms")
@RunOnVirtualThread
class RecoveryTermResource {
    record TermRequest(
            @NotNull LocalDate firstDay,
            @NotNull Boolean offsetAllowed,
            @NotBlank @Size(max = 200) String document) {}

    @Inject
    RecoveryTerms terms;

    @Inject
    CurrentActor currentActor;

    @GET
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public RecoveryTerms.TermList terms() {
        return terms.all();
    }

    @POST
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Response set(@NotNull @Valid TermRequest asked) {
        var term = new RecoveryTerms.Term(asked.firstDay(), asked.offsetAllowed(), asked.document());
        terms.set(term, currentActor.requireBureau());
        return Response.status(Response.Status.CREATED).entity(term).build();
    }
}
