package cn.gov.zhuozhou.aid.disbursement.funding;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
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
import java.util.List;
import java.util.Map;

/** After how many years money that was not spent goes back to the treasury. */
@Path("/api/v1/fund-terms")
@RunOnVirtualThread
class FundTermResource {
    record Term(
            @NotNull @Min(2000) @Max(2100) Integer effectiveFrom,
            @NotNull @Min(1) @Max(20) Integer unspentYears,
            @NotBlank @Size(max = 200) String document) {}

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    @Inject
    CurrentActor currentActor;

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public List<Term> list() {
        return database.list(
                "select effective_from, unspent_years, document from fund_term order by effective_from",
                Map.of(),
                row -> new Term(row.getInt(1), row.getInt(2), row.getString(3)));
    }

    @POST
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Response add(@NotNull @Valid Term asked) {
        Actor by = currentActor.requireBureau();
        int added = database.update(
                """
                insert into fund_term (effective_from, unspent_years, document, set_by, set_by_name, set_at)
                values (:from, :years, :document, :by, :name, :now) on conflict do nothing
                """,
                Map.of(
                        "from", asked.effectiveFrom(),
                        "years", asked.unspentYears(),
                        "document", asked.document(),
                        "by", by.id(),
                        "name", by.name(),
                        "now", clock.now()));
        if (added == 0) {
            throw new ProblemException(FundingProblem.TERM_EXISTS);
        }
        trail.record(by, "fund-term.set", "fund-term", asked.effectiveFrom().toString(), asked.document());
        return Response.status(Response.Status.CREATED).entity(asked).build();
    }
}
