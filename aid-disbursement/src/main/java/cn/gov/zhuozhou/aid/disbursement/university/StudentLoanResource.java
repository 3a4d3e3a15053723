package cn.gov.zhuozhou.aid.disbursement.university;

import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.attachment.Attachment;
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
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Student loans (S146): the aid centre's are led step by step, those of universities are recorded. */
@Path(StudentLoanResource.PATH)
@RunOnVirtualThread
class StudentLoanResource extends ApplicationResource<StudentLoans.Loan> {
    static final String PATH = "/api/v1/student-loans";

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

            @NotNull @Pattern(regexp = IDENTITY_NUMBER) String identityNumber,

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

    StudentLoanResource() {
        super(
                PATH,
                "ORIGINALS",
                new Sheet("助学贷款", List.of("学校", "学生", "高校", "种类", "金额（元）", "状态", "回执寄出", "回执收回", "银行放款")));
    }

    @Override
    Applications<StudentLoans.Loan> all() {
        return loans;
    }

    @Override
    List<Object> row(StudentLoans.Loan one) {
        return Arrays.asList(
                one.schoolCode(),
                one.studentName(),
                one.university(),
                one.kind() == StudentLoans.Kind.ORIGIN ? "生源地" : "校园地",
                BigDecimal.valueOf(one.amountFen(), 2),
                one.state().name(),
                one.sentOn(),
                one.returnedOn(),
                one.releasedOn());
    }

    @Override
    Object view(StudentLoans.Loan one, List<Attachment> evidence, List<Applicants.Event> events) {
        return new LoanView(one, evidence, events);
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
        return created(loans.apply(request, authorization, currentActor.get()));
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
        return seen(loans.step(id, ifMatch, request, currentActor.requireBureau()));
    }
}
