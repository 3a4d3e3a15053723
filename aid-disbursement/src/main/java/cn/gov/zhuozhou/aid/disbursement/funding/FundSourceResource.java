package cn.gov.zhuozhou.aid.disbursement.funding;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.disbursement.FreeText;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.FundSource;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/** Whose money aid is paid from, the years after which unspent money goes back, and what stands for a batch. */
@Path("/api/v1/fund-sources")
@RunOnVirtualThread
class FundSourceResource {
    record SourceView(String code, FundSource kind, String nameZh, String nameEn, boolean active) {}

    record SourceRequest(
            @NotBlank @Pattern(regexp = "[A-Z][A-Z0-9-]{1,39}")
            String code,

            @NotNull FundSource kind,
            @NotBlank @Size(max = 60) String nameZh,
            @NotBlank @Size(max = 60) String nameEn) {}

    record ActiveRequest(
            @NotNull Boolean active,
            @NotBlank @Size(max = 500) String reason) {}

    @Inject
    Database database;

    @Inject
    Trail trail;

    @Inject
    CurrentActor currentActor;

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public List<SourceView> list() {
        return database.list(
                "select code, kind, name_zh, name_en, active from fund_source order by code",
                Map.of(),
                row -> new SourceView(
                        row.getString(1),
                        Rows.constant(row, 2, FundSource.class),
                        row.getString(3),
                        row.getString(4),
                        row.getBoolean(5)));
    }

    @POST
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Response add(@NotNull @Valid SourceRequest asked) {
        Actor by = currentActor.requireBureau();
        int added = database.update(
                """
                insert into fund_source (code, kind, name_zh, name_en, added_by) values (:code, :kind, :zh, :en, :by)
                on conflict do nothing
                """,
                Map.of(
                        "code", asked.code(),
                        "kind", asked.kind(),
                        "zh", asked.nameZh(),
                        "en", asked.nameEn(),
                        "by", by.id()));
        if (added == 0) {
            throw new ProblemException(FundingProblem.SOURCE_EXISTS);
        }
        trail.record(by, "fund-source.added", "fund-source", asked.code(), null);
        return Response.status(Response.Status.CREATED)
                .entity(new SourceView(asked.code(), asked.kind(), asked.nameZh(), asked.nameEn(), true))
                .build();
    }

    /** Closed to new money and new batches, or opened again. What is on its accounts stays. */
    @PUT
    @Path("{code}/active")
    @Transactional
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Response close(@PathParam("code") String code, @NotNull @Valid ActiveRequest asked) {
        Actor by = currentActor.requireBureau();
        int changed = database.update(
                "update fund_source set active = :active where code = :code",
                Map.of("code", code, "active", asked.active()));
        if (changed == 0) {
            throw ProblemException.notFound();
        }
        String act = asked.active() ? "fund-source.opened" : "fund-source.closed";
        trail.record(by, act, "fund-source", code, FreeText.checked(asked.reason()));
        return Response.noContent().build();
    }
}
