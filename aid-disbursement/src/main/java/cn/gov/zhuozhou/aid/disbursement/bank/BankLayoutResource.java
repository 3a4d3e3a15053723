package cn.gov.zhuozhou.aid.disbursement.bank;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Downloads;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** What files to and from banks look like and what banks' codes mean. */
@Path("/api/v1")
@RunOnVirtualThread
class BankLayoutResource {
    record NewPaymentLayout(
            @NotNull @Valid PaymentLayout layout,
            @NotNull LocalDate validFrom,
            @NotBlank @Size(max = 300) String source) {}

    record NewReturnLayout(
            @NotNull @Valid ReturnLayout layout,
            @NotNull LocalDate validFrom,
            @NotBlank @Size(max = 300) String source) {}

    record LayoutList(
            List<Definitions.Versioned<PaymentLayout>> payments, List<Definitions.Versioned<ReturnLayout>> returns) {}

    record CodeList(List<BankCodeTable.Reason> reasons, List<BankCodeTable.Code> codes) {}

    @Inject
    Definitions definitions;

    @Inject
    BankCodeTable codes;

    @Inject
    CurrentActor currentActor;

    @GET
    @Path("bank-layouts")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.PAYER, Roles.INSPECTOR, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public LayoutList layouts() {
        return new LayoutList(definitions.payments(), definitions.returns());
    }

    @POST
    @Path("bank-layouts/payments")
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Response add(@NotNull @Valid NewPaymentLayout added) {
        return created(
                definitions.add(added.layout(), added.validFrom(), added.source(), currentActor.requireBureau()));
    }

    @POST
    @Path("bank-layouts/returns")
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Response add(@NotNull @Valid NewReturnLayout added) {
        return created(
                definitions.add(added.layout(), added.validFrom(), added.source(), currentActor.requireBureau()));
    }

    /** The file a layout makes of invented payees; nothing is kept. */
    @POST
    @Path("bank-layouts/payments/preview")
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Response preview(@NotNull @Valid PaymentLayout layout) throws IOException {
        currentActor.requireBureau();
        Definitions.refuse(layout.faults());
        return Downloads.of(BankFiles.name("预览", layout), MediaType.APPLICATION_OCTET_STREAM, Preview.of(layout));
    }

    @GET
    @Path("bank-codes")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public CodeList codes() {
        return new CodeList(codes.reasons(), codes.all());
    }

    @POST
    @Path("bank-codes")
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Response add(@NotNull @Valid BankCodeTable.Code code) {
        return codes.add(code, currentActor.requireBureau())
                ? created(code)
                : Response.ok(code).build();
    }

    private static Response created(Object entity) {
        return Response.status(Response.Status.CREATED).entity(entity).build();
    }
}
