package cn.gov.zhuozhou.aid.accountability.retention;

import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.retention.RetainedRecords;
import cn.gov.zhuozhou.aid.chassis.retention.RetentionOperations;
import cn.gov.zhuozhou.aid.chassis.retention.RetentionRule;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;

/** How long cases of dropout control name a person, and what takes that out when it is over. */
@Path("/api/v1/retention")
@RunOnVirtualThread
class RetentionResource extends RetentionOperations {
    record RuleRequest(
            @NotNull AbsenceKind kind,
            @NotNull LocalDate validFrom,
            @Min(0) @Max(100) int keepYears,
            @NotBlank @Size(max = 300) String legalBasis) {}

    RetentionResource() {
        super(new RetainedRecords("retention", "erase_absences"));
    }

    @POST
    @Path("rules")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional
    @Idempotent
    public Response add(@NotNull @Valid RuleRequest asked) {
        return entered(new RetentionRule(
                asked.kind().name(), asked.validFrom(), asked.keepYears(), asked.legalBasis(), false));
    }
}
