package cn.gov.zhuozhou.aid.registry.publicnotice;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.dated.DatedRows;
import cn.gov.zhuozhou.aid.chassis.dated.DatedRows.Dated;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.registry.identification.rule.Stage;
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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The working days of notices, re-checks and appeals. */
@Path("/api/v1/notice-terms")
@RunOnVirtualThread
class NoticeTermResource {
    /**
     * So many working days from a day on.
     *
     * @param stage only of periods, where the lists of a stage have one of their own
     * @param programme only of periods, where a programme asks for one of its own
     */
    record TermRequest(
            @NotNull NoticeTerms.Matter matter,
            Stage stage,
            @Pattern(regexp = "[A-Z][A-Z0-9-]{1,19}") String programme,
            @NotNull LocalDate validFrom,
            @Min(1) @Max(60) int workingDays,
            @NotBlank @Size(max = 300) String source) {}

    @Inject
    NoticeTerms terms;

    @Inject
    DatedRows rows;

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public List<NoticeTerms.Term> list() {
        return terms.all();
    }

    @POST
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional
    @Idempotent
    public Response add(@NotNull @Valid TermRequest request) {
        requireOfPeriod(request.matter(), "stage", request.stage());
        requireOfPeriod(request.matter(), "programme", request.programme());
        var term = new NoticeTerms.Term(
                request.matter(),
                request.stage(),
                request.programme(),
                request.validFrom(),
                request.workingDays(),
                request.source());
        rows.add(
                new Dated(
                        "notice-term",
                        term.matter().name(),
                        term.validFrom(),
                        term.source(),
                        Map.of(
                                "workingDays",
                                term.workingDays(),
                                "stage",
                                String.valueOf(term.stage()),
                                "programme",
                                String.valueOf(term.programme()))),
                actor -> terms.add(term, actor.id()));
        return Response.created(URI.create("/api/v1/notice-terms")).entity(term).build();
    }

    private static void requireOfPeriod(NoticeTerms.Matter matter, String field, Object value) {
        if (value != null && !matter.isPeriod()) {
            Text onlyPeriods = Text.of("只有公示期可以按学段或项目规定。", "Only periods of notices differ by stage or programme.");
            throw new ProblemException(
                    CommonProblem.INVALID_FIELDS,
                    onlyPeriods,
                    List.of(new ProblemException.FieldError(field, "NotApplicable", onlyPeriods)));
        }
    }
}
