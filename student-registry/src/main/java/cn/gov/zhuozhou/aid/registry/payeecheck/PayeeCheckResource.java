package cn.gov.zhuozhou.aid.registry.payeecheck;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;

/** Asked by a service that enters an account, with the token of the person who enters it. Numbers stand in the body only. */
@Path("/api/v1/payee-checks")
@RunOnVirtualThread
class PayeeCheckResource {
    /** A pupil, by id or by student number, and who is said to hold the account. */
    record Asked(
            UUID studentId,
            @Size(max = 30) String studentNumber,
            @NotBlank @Size(max = 100) String holderName,
            @NotBlank @Size(max = 30) String holderIdentityNumber) {
        @Override
        public String toString() {
            return "a holder of pupil " + studentId;
        }
    }

    record CheckRequest(@NotEmpty @Size(max = 1000) List<@NotNull @Valid Asked> entries) {}

    /** One entry per entry asked, in the same order. */
    record CheckView(List<Holding> entries) {}

    @Inject
    PayeeChecks checks;

    @Inject
    CurrentActor currentActor;

    @POST
    @RolesAllowed(Roles.CLERK)
    @Transactional
    public CheckView check(@NotNull @Valid CheckRequest request) {
        return new CheckView(checks.check(request.entries(), currentActor.get()));
    }
}
