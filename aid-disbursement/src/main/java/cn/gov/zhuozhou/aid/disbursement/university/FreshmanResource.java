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
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Aid to freshmen (S145). */
@Path(FreshmanResource.PATH)
@RunOnVirtualThread
class FreshmanResource extends ApplicationResource<FreshmanGrants.Grant> {
    static final String PATH = "/api/v1/freshman-grants";

    /** @param identityNumber checked against the roll and not kept: it is how a person is known under any record */
    record ApplicationRequest(
            @NotNull UUID studentId,
            @NotBlank @Size(max = 100) String name,
            @NotNull @Pattern(regexp = IDENTITY_NUMBER) String identityNumber,
            @NotNull UUID universityId) {
        @Override
        public String toString() {
            return "an application of " + studentId;
        }
    }

    record ReasonRequest(@NotBlank @Size(max = 500) String reason) {}

    record QuotaRequest(
            @Min(0) @Max(100_000) int places,
            @NotBlank @Size(max = 100) String document) {}

    record GrantView(FreshmanGrants.Grant grant, List<Attachment> evidence, List<Applicants.Event> events) {}

    @Inject
    FreshmanGrants grants;

    FreshmanResource() {
        super(
                PATH,
                "ADMISSION",
                new Sheet("大学新生入学资助", List.of("学校", "学生", "录取高校", "省内外", "金额（元）", "状态", "发放状态", "发放日期")));
    }

    @Override
    Applications<FreshmanGrants.Grant> all() {
        return grants;
    }

    @Override
    List<Object> row(FreshmanGrants.Grant one) {
        return Arrays.asList(
                one.schoolCode(),
                one.studentName(),
                one.university(),
                "IN_PROVINCE".equals(one.rateKey()) ? "省内" : "省外",
                BigDecimal.valueOf(one.amountFen(), 2),
                one.state().name(),
                one.payment(),
                one.paidOn());
    }

    @Override
    Object view(FreshmanGrants.Grant one, List<Attachment> evidence, List<Applicants.Event> events) {
        return new GrantView(one, evidence, events);
    }

    @GET
    @Path("overview")
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public List<FreshmanGrants.Overview> overview(@QueryParam("year") @NotNull Integer year) {
        return grants.overview(year, currentActor.jurisdiction());
    }

    @PUT
    @Path("quotas/{school}/{year}")
    @RolesAllowed(Roles.REVIEWER)
    @Transactional
    public QuotaRequest quota(
            @PathParam("school") String school, @PathParam("year") int year, @NotNull @Valid QuotaRequest request) {
        grants.quota(school, year, request.places(), request.document(), currentActor.requireBureau());
        return request;
    }

    @POST
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response apply(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, @NotNull @Valid ApplicationRequest request) {
        return created(grants.apply(request, authorization, currentActor.get()));
    }

    @POST
    @Path("{id}/school-check")
    @RolesAllowed(Roles.REVIEWER)
    @Transactional
    @Idempotent
    public Response check(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return seen(grants.check(id, ifMatch, currentActor.get()));
    }

    @POST
    @Path("{id}/approval")
    @RolesAllowed(Roles.REVIEWER)
    @Transactional
    @Idempotent
    public Response approve(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return seen(grants.approve(id, ifMatch, currentActor.requireBureau()));
    }

    @POST
    @Path("{id}/refusal")
    @RolesAllowed(Roles.REVIEWER)
    @Transactional
    @Idempotent
    public Response refuse(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ReasonRequest request) {
        return seen(grants.refuse(id, ifMatch, request.reason(), currentActor.get()));
    }
}
