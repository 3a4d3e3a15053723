package cn.gov.zhuozhou.aid.disbursement.university;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.attachment.Attachment;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Student loans (S146): the aid centre's are led step by step, those of universities are recorded. */
@Path("/api/v1/student-loans")
@RunOnVirtualThread
class StudentLoanResource {
    /**
     * An application, or a loan a university gave.
     *
     * @param identityNumber checked against the roll and not kept
     * @param academicYear the year its first semester begins in
     * @param coBorrowerIs what the co-borrower is to the borrower
     */
    record LoanRequest(
            @NotNull StudentLoans.Kind kind,
            @NotNull UUID studentId,
            @NotBlank @Size(max = 100) String name,

            @NotNull @Pattern(regexp = FreshmanResource.IDENTITY_NUMBER)
            String identityNumber,

            @NotNull UUID universityId,
            @Min(2000) @Max(2100) int academicYear,
            @NotNull StudentLoans.Level level,
            @NotNull @Positive Long amountFen,
            @Size(max = 100) String coBorrower,
            @Size(max = 20) String coBorrowerIs) {
        @Override
        public String toString() {
            return "a loan of " + studentId;
        }
    }

    /**
     * What happened to a loan.
     *
     * @param remark the contract's reference when it is signed; else what is to be remembered
     */
    record StepRequest(
            @NotNull LoanTransitions.Occasion occasion,
            @NotNull LocalDate on,
            @NotBlank @Size(max = 200) String remark) {}

    record LoanView(StudentLoans.Loan loan, List<Attachment> evidence, List<Applicants.Event> events) {}

    @Inject
    StudentLoans loans;

    @Inject
    Applicants applicants;

    @Inject
    Proofs proofs;

    @Inject
    CurrentActor currentActor;

    @GET
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<StudentLoans.Loan> list(
            @QueryParam("year") Integer year,
            @QueryParam("school") String school,
            @QueryParam("state") String state,
            @BeanParam Paging paging) {
        return loans.list(year, school, state, currentActor.jurisdiction(), paging);
    }

    @GET
    @Path("list.xlsx")
    @Produces(Proofs.XLSX)
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.AUDITOR})
    @Transactional
    public Response download(@QueryParam("year") @NotNull Integer year, @QueryParam("school") String school) {
        Actor actor = currentActor.get();
        List<List<Object>> rows =
                loans.narrowed(year, school, null, null, Proofs.MOST_ROWS, actor.jurisdiction()).stream()
                        .map(one -> Arrays.<Object>asList(
                                one.schoolCode(),
                                one.studentName(),
                                one.university(),
                                one.kind() == StudentLoans.Kind.ORIGIN ? "生源地" : "校园地",
                                one.amountFen() / 100,
                                one.state().name(),
                                one.sentOn(),
                                one.returnedOn(),
                                one.releasedOn()))
                        .toList();
        return proofs.sheet(
                StudentLoans.SUBJECT,
                "助学贷款_" + year,
                List.of("学校", "学生", "高校", "种类", "金额（元）", "状态", "回执寄出", "回执收回", "银行放款"),
                rows,
                actor);
    }

    @GET
    @Path("overview")
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public List<StudentLoans.Overview> overview(@QueryParam("year") @NotNull Integer year) {
        return loans.overview(year, currentActor.jurisdiction());
    }

    @POST
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response apply(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, @NotNull @Valid LoanRequest request) {
        StudentLoans.Loan applied = loans.apply(request, authorization, currentActor.get());
        return Response.created(URI.create("/api/v1/student-loans/" + applied.id()))
                .entity(applied)
                .tag(Versions.tag(applied.version()))
                .build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Response show(@PathParam("id") UUID id) {
        StudentLoans.Loan loan = find(id);
        return Response.ok(new LoanView(loan, proofs.of(StudentLoans.SUBJECT, id), applicants.events(id)))
                .tag(Versions.tag(loan.version()))
                .build();
    }

    @POST
    @Path("{id}/evidence")
    @Consumes({"image/jpeg", "image/png", "application/pdf", MediaType.APPLICATION_OCTET_STREAM})
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response prove(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.CONTENT_DISPOSITION) String disposition,
            @NotEmpty byte[] content) {
        find(id);
        return Response.status(Response.Status.CREATED)
                .entity(proofs.keep(StudentLoans.SUBJECT, id, "ORIGINALS", disposition, content, currentActor.get()))
                .build();
    }

    @GET
    @Path("{id}/evidence/{file}")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.AUDITOR})
    @Transactional
    public Response evidence(@PathParam("id") UUID id, @PathParam("file") UUID file) {
        find(id);
        return proofs.download(StudentLoans.SUBJECT, id, file, currentActor.get());
    }

    /** The aid centre of the county leads a loan on. */
    @POST
    @Path("{id}/steps")
    @RolesAllowed(Roles.REVIEWER)
    @Transactional
    @Idempotent
    public Response step(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid StepRequest request) {
        StudentLoans.Loan moved = loans.step(id, ifMatch, request, currentActor.requireBureau());
        return Response.ok(moved).tag(Versions.tag(moved.version())).build();
    }

    private StudentLoans.Loan find(UUID id) {
        return loans.find(id, currentActor.jurisdiction()).orElseThrow(ProblemException::notFound);
    }
}
