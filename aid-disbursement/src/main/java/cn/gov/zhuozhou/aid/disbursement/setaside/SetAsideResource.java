package cn.gov.zhuozhou.aid.disbursement.setaside;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.disbursement.FreeText;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.SchoolKind;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.SchoolNature;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Stage;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Money schools set aside for aid: entered by the school, seen by whoever answers for it. */
@Path("/api/v1/set-asides")
@RunOnVirtualThread
class SetAsideResource {
    private static final long MOST_FEN = 100_000_000_000_000L;

    record SetAsideRequest(
            @NotBlank String schoolCode,
            @NotNull @Min(2000) @Max(2100) Integer year,
            @NotNull SchoolKind schoolKind,
            @NotNull SchoolNature schoolNature,
            @NotNull @PositiveOrZero @Max(MOST_FEN) Long incomeBaseFen,
            @NotNull @PositiveOrZero @Max(MOST_FEN) Long setAsideFen) {}

    record CorrectionRequest(
            @NotNull @PositiveOrZero @Max(MOST_FEN) Long incomeBaseFen,
            @NotNull @PositiveOrZero @Max(MOST_FEN) Long setAsideFen,
            @NotBlank @Size(max = 500) String reason) {}

    record UseRequest(
            @NotNull SetAsides.Purpose purpose,
            @NotNull @Positive Long amountFen,
            @NotNull LocalDate usedOn,
            @NotNull @PositiveOrZero Integer pupils) {}

    @Inject
    SetAsides setAsides;

    @Inject
    CurrentActor currentActor;

    @POST
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.CLERK)
    public Response enter(@NotNull @Valid SetAsideRequest asked) {
        SetAside entered = setAsides.enter(
                new SetAsides.Entered(
                        asked.schoolCode(),
                        asked.year(),
                        asked.schoolKind(),
                        asked.schoolNature(),
                        asked.incomeBaseFen(),
                        asked.setAsideFen()),
                currentActor.get());
        return Versions.created("/api/v1/set-asides/" + entered.id(), entered, entered.revision());
    }

    /** @param below true for those who set aside less than they have to */
    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<SetAside> list(
            @QueryParam("year") Integer year,
            @QueryParam("belowRate") @DefaultValue("false") boolean below,
            @BeanParam Paging paging) {
        return Page.of(
                setAsides.list(year, below, currentActor.jurisdiction(), paging.afterId(), paging.limit() + 1),
                paging.limit(),
                SetAside::id);
    }

    /**
     * A year of all schools, and of which nothing is entered.
     *
     * @param stage of the schools asked about; null for all
     */
    @GET
    @Path("overview")
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public SetAsides.Overview overview(
            @QueryParam("year") @NotNull @Min(2000) @Max(2100) Integer year, @QueryParam("stage") Stage stage) {
        return setAsides.overview(year, stage, currentActor.jurisdiction());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Response show(@PathParam("id") UUID id) {
        return seen(find(id));
    }

    @PUT
    @Path("{id}")
    @Transactional
    @RolesAllowed(Roles.CLERK)
    public Response correct(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid CorrectionRequest asked) {
        return seen(setAsides.correct(
                id,
                ifMatch,
                asked.incomeBaseFen(),
                asked.setAsideFen(),
                FreeText.checked(asked.reason()),
                currentActor.get()));
    }

    @GET
    @Path("{id}/uses")
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public List<SetAsides.Use> uses(@PathParam("id") UUID id) {
        return setAsides.uses(find(id).id());
    }

    @POST
    @Path("{id}/uses")
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.CLERK)
    public Response use(@PathParam("id") UUID id, @NotNull @Valid UseRequest asked) {
        SetAside used = setAsides.use(
                id, asked.purpose(), asked.amountFen(), asked.usedOn(), asked.pupils(), currentActor.get());
        return Response.status(Response.Status.CREATED).entity(used).build();
    }

    /** What was entered by mistake is taken back by its opposite. */
    @POST
    @Path("{id}/uses/{use}/reversal")
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.CLERK)
    public Response takeBack(@PathParam("id") UUID id, @PathParam("use") UUID use) {
        return Response.status(Response.Status.CREATED)
                .entity(setAsides.takeBack(id, use, currentActor.get()))
                .build();
    }

    private SetAside find(UUID id) {
        return setAsides.find(id, currentActor.jurisdiction()).orElseThrow(ProblemException::notFound);
    }

    private static Response seen(SetAside setAside) {
        return Versions.seen(setAside, setAside.revision());
    }
}
