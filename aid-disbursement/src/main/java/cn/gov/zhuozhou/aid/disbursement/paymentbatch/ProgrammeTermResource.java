package cn.gov.zhuozhou.aid.disbursement.paymentbatch;

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
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** By when money of a programme has to arrive that the semester's day is not meant for, as freshman aid's (S145). */
@Path("/api/v1/payment-terms/programmes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ProgrammeTermResource {
    private static final String DAY_OF_EVERY_YEAR =
            "(0[13578]|1[02])-(0[1-9]|[12]\\d|3[01])|(0[469]|11)-(0[1-9]|[12]\\d|30)|02-(0[1-9]|1\\d|2[0-8])";

    record TermRequest(
            @NotBlank @Size(max = 20) String programme,
            @NotNull LocalDate firstDay,
            @NotNull @Pattern(regexp = DAY_OF_EVERY_YEAR) String until,
            @NotNull @Min(0) @Max(365) Integer awardDays,
            @NotBlank @Size(max = 200) String document) {}

    @Inject
    ProgrammeTerms terms;

    @Inject
    DatedRows rows;

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public ProgrammeTerms.TermList list() {
        return terms.all();
    }

    @POST
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.ADMINISTRATOR)
    @APIResponseSchema(value = ProgrammeTerms.Term.class, responseCode = "201")
    public Response add(@NotNull @Valid TermRequest asked) {
        var term = new ProgrammeTerms.Term(
                asked.programme(), asked.firstDay(), asked.until(), asked.awardDays(), asked.document());
        rows.add(
                new Dated(
                        "payment-term-of-programme",
                        term.programme(),
                        term.firstDay(),
                        term.document(),
                        Map.of("until", term.until(), "awardDays", term.awardDays())),
                actor -> terms.add(term, actor));
        return Response.status(Response.Status.CREATED).entity(term).build();
    }
}
