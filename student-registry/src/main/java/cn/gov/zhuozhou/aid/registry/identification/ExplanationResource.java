package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.clock.ClockConfig;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;

/** A ruling in plain words: as data, as a text, or as a page to print and hand over. */
@Path("/api/v1/rulings/{id}/explanation")
@RunOnVirtualThread
@RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
class ExplanationResource {
    private static final String PLAIN = "text/plain;charset=UTF-8";
    private static final String PAGE = "text/html;charset=UTF-8";

    @Inject
    RulingStore rulings;

    @Inject
    RuleSets ruleSets;

    @Inject
    IdentificationQueries queries;

    @Inject
    ClockConfig clock;

    @Inject
    CurrentActor currentActor;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Explanation data(@PathParam("id") UUID id) {
        return explain(id);
    }

    @GET
    @Produces(PLAIN)
    public String text(@PathParam("id") UUID id) {
        return new ExplanationLetter(explain(id)).plain();
    }

    @GET
    @Produces(PAGE)
    public String page(@PathParam("id") UUID id) {
        return new ExplanationLetter(explain(id)).html();
    }

    private Explanation explain(UUID id) {
        Ruling ruling = rulings.find(id).orElseThrow(ProblemException::notFound);
        IdentificationView now = queries.find(ruling.identificationId(), currentActor.jurisdiction())
                .orElseThrow(ProblemException::notFound);
        LocalDate decidedOn = ruling.decidedAt().atZone(clock.zone()).toLocalDate();
        return Explanation.of(
                ruling,
                ruleSets.approved(ruling.ruleSet(), ruling.ruleSetVersion()),
                now,
                decidedOn,
                queries.noticeDays(now.id(), decidedOn));
    }
}
