package cn.gov.zhuozhou.aid.disbursement.paymentbatch;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.Approval;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.ApprovalBands.Band;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What the bureau sets about payments: approvals by amount, days, the banks' numbers. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PaymentTermResource {
    /** Terms from a day on. */
    record TermRequest(
            @NotNull LocalDate firstDay,
            @Min(1) @Max(250) int reissueDays,
            @Min(1) @Max(250) int bankDays,

            @NotNull @Pattern(regexp = "(0[1-9]|1[0-2])-([0-2]\\d|30|31)")
            String springUntil,

            @NotNull @Pattern(regexp = "(0[1-9]|1[0-2])-([0-2]\\d|30|31)")
            String autumnUntil,

            @NotBlank String document) {}

    /** All bands from a day on. */
    record BandsRequest(
            @NotNull LocalDate firstDay,
            @NotEmpty List<@Valid BandRequest> bands,
            @NotBlank String document) {}

    /** From so many fen on, these approvals. */
    record BandRequest(@Min(0) long fromFen, @NotEmpty Set<Approval> approvals) {}

    /**
     * A bank's number in the national payment system.
     *
     * @param source who said it: a list of the payment system, a letter of the bank
     */
    record BankRequest(
            @NotNull @Pattern(regexp = "\\d{3}") String code,
            @NotNull @Pattern(regexp = "\\d{12}") String lineNumber,
            @NotBlank @Size(max = 200) String source) {}

    @Inject
    PaymentTerms terms;

    @Inject
    BusinessClock clock;

    @Inject
    CurrentActor currentActor;

    @GET
    @Path("payment-terms/present")
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public PaymentTerms.Term term(@QueryParam("on") LocalDate on) {
        return terms.term(day(on));
    }

    @GET
    @Path("payment-approval-bands/present")
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public List<Band> bands(@QueryParam("on") LocalDate on) {
        return terms.bands(day(on)).bands();
    }

    private LocalDate day(LocalDate on) {
        return on == null ? clock.today() : on;
    }

    /** The banks' numbers in the national payment system, as entered. */
    @GET
    @Path("payment-banks")
    @RolesAllowed({
        Roles.VIEWER,
        Roles.CLERK,
        Roles.REVIEWER,
        Roles.PAYER,
        Roles.INSPECTOR,
        Roles.AUDITOR,
        Roles.ADMINISTRATOR
    })
    public List<PaymentTerms.Bank> banks() {
        return terms.banks();
    }

    @POST
    @Path("payment-terms")
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.ADMINISTRATOR)
    @APIResponse(responseCode = "204")
    public Response add(@NotNull @Valid TermRequest asked) {
        terms.add(
                new PaymentTerms.Term(
                        asked.firstDay(),
                        asked.reissueDays(),
                        asked.bankDays(),
                        asked.springUntil(),
                        asked.autumnUntil(),
                        asked.document()),
                currentActor.requireBureau());
        return Response.noContent().build();
    }

    @POST
    @Path("payment-approval-bands")
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.ADMINISTRATOR)
    @APIResponse(responseCode = "204")
    public Response addBands(@NotNull @Valid BandsRequest asked) {
        terms.addBands(
                asked.firstDay(),
                asked.bands().stream()
                        .map(band -> new Band(band.fromFen(), band.approvals()))
                        .toList(),
                asked.document(),
                currentActor.requireBureau());
        return Response.noContent().build();
    }

    @POST
    @Path("payment-banks")
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.ADMINISTRATOR)
    @APIResponse(responseCode = "204")
    public Response setBank(@NotNull @Valid BankRequest asked) {
        terms.setBank(
                new PaymentTerms.Bank(asked.code(), asked.lineNumber(), asked.source()), currentActor.requireBureau());
        return Response.noContent().build();
    }
}
