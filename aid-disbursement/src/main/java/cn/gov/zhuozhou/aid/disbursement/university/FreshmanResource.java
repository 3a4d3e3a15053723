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
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Aid to freshmen (S145). */
@Path("/api/v1/freshman-grants")
@RunOnVirtualThread
class FreshmanResource {
    static final String IDENTITY_NUMBER = "\\d{17}[\\dX]";

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

    @Inject
    Applicants applicants;

    @Inject
    Proofs proofs;

    @Inject
    CurrentActor currentActor;

    @GET
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<FreshmanGrants.Grant> list(
            @QueryParam("year") Integer year,
            @QueryParam("school") String school,
            @QueryParam("state") String state,
            @BeanParam Paging paging) {
        return grants.list(year, school, state, currentActor.jurisdiction(), paging);
    }

    @GET
    @Path("list.xlsx")
    @Produces(Proofs.XLSX)
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.AUDITOR})
    @Transactional
    public Response download(@QueryParam("year") @NotNull Integer year, @QueryParam("school") String school) {
        Actor actor = currentActor.get();
        List<List<Object>> rows =
                grants.narrowed(year, school, null, null, Proofs.MOST_ROWS, actor.jurisdiction()).stream()
                        .map(one -> Arrays.<Object>asList(
                                one.schoolCode(),
                                one.studentName(),
                                one.university(),
                                "IN_PROVINCE".equals(one.rateKey()) ? "省内" : "省外",
                                one.amountFen() / 100,
                                one.state().name(),
                                one.payment(),
                                one.paidOn()))
                        .toList();
        return proofs.sheet(
                FreshmanGrants.SUBJECT,
                "大学新生入学资助_" + year,
                List.of("学校", "学生", "录取高校", "省内外", "金额（元）", "状态", "发放状态", "发放日期"),
                rows,
                actor);
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
        FreshmanGrants.Grant applied = grants.apply(request, authorization, currentActor.get());
        return Response.created(URI.create("/api/v1/freshman-grants/" + applied.id()))
                .entity(applied)
                .tag(Versions.tag(applied.version()))
                .build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Response show(@PathParam("id") UUID id) {
        FreshmanGrants.Grant grant = find(id);
        return Response.ok(new GrantView(grant, proofs.of(FreshmanGrants.SUBJECT, id), applicants.events(id)))
                .tag(Versions.tag(grant.version()))
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
                .entity(proofs.keep(FreshmanGrants.SUBJECT, id, "ADMISSION", disposition, content, currentActor.get()))
                .build();
    }

    @GET
    @Path("{id}/evidence/{file}")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.AUDITOR})
    @Transactional
    public Response evidence(@PathParam("id") UUID id, @PathParam("file") UUID file) {
        find(id);
        return proofs.download(FreshmanGrants.SUBJECT, id, file, currentActor.get());
    }

    @POST
    @Path("{id}/school-check")
    @RolesAllowed(Roles.REVIEWER)
    @Transactional
    @Idempotent
    public Response check(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return answer(grants.check(id, ifMatch, currentActor.get()));
    }

    @POST
    @Path("{id}/approval")
    @RolesAllowed(Roles.REVIEWER)
    @Transactional
    @Idempotent
    public Response approve(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return answer(grants.approve(id, ifMatch, currentActor.requireBureau()));
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
        return answer(grants.refuse(id, ifMatch, request.reason(), currentActor.get()));
    }

    private FreshmanGrants.Grant find(UUID id) {
        return grants.find(id, currentActor.jurisdiction()).orElseThrow(ProblemException::notFound);
    }

    private static Response answer(FreshmanGrants.Grant grant) {
        return Response.ok(grant).tag(Versions.tag(grant.version())).build();
    }
}
