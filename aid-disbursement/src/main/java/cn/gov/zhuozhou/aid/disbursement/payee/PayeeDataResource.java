package cn.gov.zhuozhou.aid.disbursement.payee;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.disbursement.payee.rule.AccountRange;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Stage;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What accounts are checked by, kept by an administrator; and what the people who handle them declare of themselves. */
@Path("/api/v1")
@RunOnVirtualThread
class PayeeDataResource {
    record BankRequest(
            @NotBlank @Size(max = 60) String name, @NotNull Boolean active) {}

    record RangeRequest(
            @NotNull @Pattern(regexp = "\\d{0,10}") String prefix,
            @Min(6) @Max(32) int shortest,
            @Min(6) @Max(32) int longest,
            boolean luhn,
            @Size(max = 200) String note) {}

    record RuleRequest(
            @NotNull LocalDate validFrom,
            @NotEmpty Set<@NotNull Stage> guardianStages,
            @Min(1) @Max(100) int pupilsPerCard) {}

    record StaffCardRequest(
            @NotBlank @Size(max = 60) String accountNumber,
            @NotBlank @Size(max = 500) String reason) {
        @Override
        public String toString() {
            return "a card";
        }
    }

    record RelationRequest(
            @NotNull @Pattern(regexp = PayeeResource.IDENTITY_NUMBER)
            String identityNumber,

            @NotBlank @Size(max = 20) String relation) {
        @Override
        public String toString() {
            return "a relation";
        }
    }

    @Inject
    PayeeData data;

    @Inject
    Payees payees;

    @Inject
    FieldCrypto crypto;

    @Inject
    CurrentActor currentActor;

    @GET
    @Path("banks")
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public List<PayeeData.Bank> banks() {
        return data.banks();
    }

    @PUT
    @Path("banks/{code}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional
    public PayeeData.Bank bank(
            @PathParam("code") @Pattern(regexp = "\\d{3,14}") String code, @NotNull @Valid BankRequest request) {
        var bank = new PayeeData.Bank(code, request.name(), request.active());
        data.keep(bank, currentActor.requireBureau());
        return bank;
    }

    @GET
    @Path("account-ranges")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public List<PayeeData.Range> ranges() {
        return data.ranges();
    }

    @PUT
    @Path("account-ranges")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional
    public PayeeData.Range range(@NotNull @Valid RangeRequest request) {
        var range = new PayeeData.Range(
                request.prefix(),
                Math.min(request.shortest(), request.longest()),
                Math.max(request.shortest(), request.longest()),
                request.luhn(),
                request.note());
        data.keep(range, currentActor.requireBureau());
        return range;
    }

    @GET
    @Path("payee-rules")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public List<PayeeData.Rule> rules() {
        return data.rules();
    }

    @POST
    @Path("payee-rules")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional
    @Idempotent
    public Response rule(@NotNull @Valid RuleRequest request) {
        Actor actor = currentActor.requireBureau();
        var rule = new PayeeData.Rule(
                request.validFrom(),
                request.guardianStages().stream().map(Stage::name).sorted().toList(),
                request.pupilsPerCard(),
                actor.id());
        data.add(rule, actor);
        return Response.status(Response.Status.CREATED).entity(rule).build();
    }

    @GET
    @Path("staff-cards")
    @RolesAllowed({Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public List<PayeeData.StaffCard> staffCards() {
        currentActor.requireBureau();
        return data.staffCards();
    }

    /** A card found to be a staff member's: no aid goes to it any more, whoever it was entered for. */
    @POST
    @Path("staff-cards")
    @RolesAllowed(Roles.REVIEWER)
    @Transactional
    @Idempotent
    public Response staffCard(@NotNull @Valid StaffCardRequest request) {
        Actor actor = currentActor.requireBureau();
        String plain = AccountRange.plain(request.accountNumber());
        payees.staffCard(plain, request.reason(), actor);
        return Response.status(Response.Status.CREATED).build();
    }

    @GET
    @Path("declared-relations")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER})
    public List<PayeeData.Relation> relations() {
        return data.relations(currentActor.get());
    }

    /** Who handles accounts declares his relations, so that somebody else handles theirs. */
    @POST
    @Path("declared-relations")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER})
    @Transactional
    @Idempotent
    public Response declare(@NotNull @Valid RelationRequest request) {
        data.declare(
                payees.personIndex(request.identityNumber(), crypto.session()), request.relation(), currentActor.get());
        return Response.status(Response.Status.CREATED).build();
    }
}
