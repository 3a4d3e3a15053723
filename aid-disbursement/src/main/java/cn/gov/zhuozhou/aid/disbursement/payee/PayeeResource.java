package cn.gov.zhuozhou.aid.disbursement.payee;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.disbursement.payee.rule.Finding;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** Accounts of pupils. Numbers stand in bodies only, and in answers by their last four digits. */
@Path("/api/v1/payees")
@RunOnVirtualThread
class PayeeResource {
    static final String IDENTITY_NUMBER = "\\d{17}[\\dX]";

    /**
     * An account for a pupil.
     *
     * @param holderIdentityNumber all 18 characters, checked against the roll and not kept
     * @param reason why it is entered or changed
     */
    record ProposalRequest(
            @NotNull UUID studentId,
            @NotBlank @Size(max = 100) String holderName,
            @NotNull @Pattern(regexp = IDENTITY_NUMBER) String holderIdentityNumber,
            @NotBlank @Size(max = 20) String bankCode,
            @NotBlank @Size(max = 60) String accountNumber,
            @NotBlank @Size(max = 500) String reason) {
        @Override
        public String toString() {
            return "an account of pupil " + studentId;
        }
    }

    /** All 18 characters, checked against the roll and not kept. */
    record ProofRequest(
            @NotNull @Pattern(regexp = IDENTITY_NUMBER) String holderIdentityNumber) {
        @Override
        public String toString() {
            return "a holder";
        }
    }

    record ReasonRequest(@NotBlank @Size(max = 500) String reason) {}

    enum Decision {
        ACCEPTED(Flag.State.ACCEPTED),
        REFUSED(Flag.State.REFUSED);

        private final Flag.State state;

        Decision(Flag.State state) {
            this.state = state;
        }
    }

    record FlagDecisionRequest(
            @NotNull Decision decision,
            @NotBlank @Size(max = 500) String opinion) {}

    record AccountView(Account account, List<Flag> flags, List<AccountStore.Event> events) {}

    record NumberView(String accountNumber) {
        @Override
        public String toString() {
            return "an account number";
        }
    }

    @Inject
    Payees payees;

    @Inject
    AccountStore store;

    @Inject
    PayeeStatuses statuses;

    @Inject
    CurrentActor currentActor;

    @GET
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.PAYER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<Account> list(
            @QueryParam("school") String school,
            @QueryParam("student") UUID student,
            @QueryParam("import") UUID importId,
            @QueryParam("state") String state,
            @QueryParam("status") Integer status,
            @QueryParam("flagged") Boolean flagged,
            @QueryParam("askAgain") Boolean askAgain,
            @BeanParam Paging paging) {
        return store.list(
                new AccountStore.Filter(school, student, importId, state, status, flagged, askAgain),
                currentActor.jurisdiction(),
                paging);
    }

    /** Each aided pupil with the status of his account: 1 in order, 0 not collected, 2 to be renewed. */
    @GET
    @Path("statuses")
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<PayeeStatuses.PupilStatus> statuses(
            @QueryParam("school") String school, @QueryParam("status") Integer status, @BeanParam Paging paging) {
        return statuses.list(school, status, currentActor.jurisdiction(), paging);
    }

    @POST
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response propose(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, @NotNull @Valid ProposalRequest request) {
        Account account = payees.propose(request, authorization, currentActor.get());
        return Versions.created("/api/v1/payees/" + account.id(), view(account), account.version());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.PAYER, Roles.INSPECTOR, Roles.AUDITOR})
    public Response show(@PathParam("id") UUID id) {
        return answer(store.find(id, currentActor.jurisdiction()).orElseThrow(ProblemException::notFound));
    }

    @POST
    @Path("{id}/confirmation")
    @RolesAllowed(Roles.REVIEWER)
    @Transactional
    @Idempotent
    public Response confirm(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return answer(payees.confirm(id, ifMatch, currentActor.get()));
    }

    /** Proves the holder again, after the registry told of something that casts a doubt on the account. */
    @POST
    @Path("{id}/proofs")
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response prove(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @NotNull @Valid ProofRequest request) {
        return answer(payees.prove(id, ifMatch, request.holderIdentityNumber(), authorization, currentActor.get()));
    }

    @POST
    @Path("{id}/refusal")
    @RolesAllowed(Roles.REVIEWER)
    @Transactional
    @Idempotent
    public Response refuse(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ReasonRequest request) {
        return answer(payees.refuse(id, ifMatch, request.reason(), currentActor.get()));
    }

    @POST
    @Path("{id}/closure")
    @RolesAllowed(Roles.REVIEWER)
    @Transactional
    @Idempotent
    public Response close(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ReasonRequest request) {
        return answer(payees.close(id, ifMatch, request.reason(), currentActor.get()));
    }

    @POST
    @Path("{id}/flags/{code}/decision")
    @RolesAllowed(Roles.REVIEWER)
    @Transactional
    @Idempotent
    public Response decide(
            @PathParam("id") UUID id,
            @PathParam("code") Finding code,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid FlagDecisionRequest request) {
        return answer(
                payees.decide(id, ifMatch, code, request.decision().state, request.opinion(), currentActor.get()));
    }

    /** Asked again it shows the number again, and the trail says so. */
    @POST
    @Path("{id}/disclosures")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER})
    @Transactional
    @Idempotent(keepsAnswer = false)
    public NumberView disclose(@PathParam("id") UUID id, @NotNull @Valid ReasonRequest request) {
        Actor actor = currentActor.get();
        return new NumberView(payees.disclose(id, request.reason(), actor));
    }

    private Response answer(Account account) {
        return Versions.seen(view(account), account.version());
    }

    private AccountView view(Account account) {
        return new AccountView(account, store.flags(account.id()), store.events(account.id()));
    }
}
