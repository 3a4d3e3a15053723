package cn.gov.zhuozhou.aid.disbursement.setaside;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.SchoolKind;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.SchoolNature;
import com.fasterxml.jackson.annotation.JsonInclude;
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

/** How much of its income a school has to set aside, by who runs it and its nature, from a year on. */
@Path("/api/v1/set-aside-rules")
@RunOnVirtualThread
class SetAsideRuleResource {
    /** @param schoolNature null for every nature that has no rule of its own */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rule(
            @NotNull SchoolKind schoolKind,
            SchoolNature schoolNature,
            @NotNull @Min(2000) @Max(2100) Integer effectiveFrom,
            @NotNull @Min(0) @Max(10_000) Integer minBasisPoints,
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
    public List<Rule> list() {
        return database.list(
                """
                select school_kind, school_nature, effective_from, min_basis_points, document from set_aside_rule
                order by school_kind, school_nature nulls first, effective_from
                """,
                Map.of(),
                row -> new Rule(
                        Rows.constant(row, 1, SchoolKind.class),
                        Rows.constant(row, 2, SchoolNature.class),
                        row.getInt(3),
                        row.getInt(4),
                        row.getString(5)));
    }

    @POST
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Response add(@NotNull @Valid Rule asked) {
        Actor by = currentActor.requireBureau();
        int added = database.update(
                """
                insert into set_aside_rule (school_kind, school_nature, effective_from, min_basis_points, document, set_by,
                                            set_by_name, set_at)
                values (:kind, :nature::text, :from, :points, :document, :by, :name, :now)
                on conflict do nothing
                """,
                Values.of("kind", asked.schoolKind())
                        .and("nature", asked.schoolNature())
                        .and("from", asked.effectiveFrom())
                        .and("points", asked.minBasisPoints())
                        .and("document", asked.document())
                        .and("by", by.id())
                        .and("name", by.name())
                        .and("now", clock.now()));
        if (added == 0) {
            throw new ProblemException(SetAsideProblem.RATE_EXISTS);
        }
        trail.record(
                by, "set-aside-rule.added", "set-aside-rule", asked.schoolKind().name(), asked.document());
        return Response.status(Response.Status.CREATED).entity(asked).build();
    }
}
