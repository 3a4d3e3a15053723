package cn.gov.zhuozhou.aid.disbursement.donation;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.disbursement.DecisionRequest;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Stage;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** What was given, for what, and how much of it is left. */
@Path(DonationResource.PATH)
@RunOnVirtualThread
class DonationResource extends DecidedResource<Donations.Donation> {
    static final String PATH = "/api/v1/donations";

    /**
     * A donation as it was received.
     *
     * @param programme one that donors pay
     * @param source of funds, of donors
     * @param amountFen in kind: what it is worth
     * @param onlySchool the donor's condition, as onlyStage; null where any will do
     */
    record DonationRequest(
            @NotNull UUID donorId,
            UUID activityId,
            @NotNull Donations.Form form,
            @NotBlank String programme,
            @NotBlank String source,
            @NotNull Semester semester,
            @NotNull @Positive Long amountFen,
            @Size(max = 500) String description,
            @NotBlank @Size(max = 500) String purpose,
            @Size(max = 40) String onlySchool,
            Stage onlyStage,
            @NotNull LocalDate receivedOn) {}

    @Inject
    Donations donations;

    DonationResource() {
        super(PATH);
    }

    @POST
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.CLERK)
    public Response enter(@NotNull @Valid DonationRequest asked) {
        return entered(donations.enter(
                new Donations.Entered(
                        asked.donorId(),
                        asked.activityId(),
                        asked.form(),
                        asked.programme(),
                        asked.source(),
                        asked.semester().code(),
                        asked.amountFen(),
                        asked.description(),
                        asked.purpose(),
                        asked.onlySchool(),
                        asked.onlyStage() == null ? null : asked.onlyStage().name(),
                        asked.receivedOn()),
                currentActor.requireBureau()));
    }

    @GET
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<Donations.Donation> list(
            @QueryParam("donor") UUID donor,
            @QueryParam("semester") String semester,
            @QueryParam("state") Donations.State state,
            @BeanParam Paging paging) {
        currentActor.requireBureau();
        return Page.of(
                donations.list(donor, semester, state, paging.afterId(), paging.limit() + 1),
                paging.limit(),
                Donations.Donation::id);
    }

    @Override
    Optional<Donations.Donation> find(UUID id) {
        currentActor.requireBureau();
        return donations.find(id);
    }

    @Override
    Donations.Donation decided(UUID id, String ifMatch, DecisionRequest asked, Actor by) {
        return donations.decide(id, ifMatch, asked.confirmed(), asked.reason(), by);
    }
}
