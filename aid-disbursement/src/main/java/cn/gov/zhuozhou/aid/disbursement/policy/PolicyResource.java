package cn.gov.zhuozhou.aid.disbursement.policy;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.http.Downloads;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.File;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/**
 * Policy sets: drafted from an existing one, edited row by row or by workbook, approved by another person, put in force. No row tells
 * of a person, so everybody with a role reads them.
 */
@Path("/api/v1/policies")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR, Roles.ADMINISTRATOR})
@RunOnVirtualThread
class PolicyResource {
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** A draft to begin with the rows of another set. */
    record Beginning(
            @NotBlank String basedOn,
            @NotNull Semester effectiveFrom,
            Semester effectiveTo,

            @NotBlank @Size(max = PolicyContent.LONGEST_TEXT)
            String nameZh,

            @NotBlank @Size(max = PolicyContent.LONGEST_TEXT)
            String nameEn) {}

    /** What a draft says of itself; the semester it begins in stays. */
    record Particulars(
            @NotBlank @Size(max = PolicyContent.LONGEST_TEXT)
            String nameZh,

            @NotBlank @Size(max = PolicyContent.LONGEST_TEXT)
            String nameEn,

            Semester effectiveTo,
            @NotEmpty Set<@NotNull @Pattern(regexp = "[A-Z_]{1,40}") String> fourCategories) {}

    /** A row by its name, such as RATE ["CMP-03", "PRIMARY", "2024-spring"]. */
    record RowName(@NotNull RowKind kind, @NotEmpty List<@NotBlank String> name) {}

    /** Rows to write, in place of those of the same names, and rows to delete before. */
    record Changes(@Valid PolicyContent upsert, List<@NotNull @Valid RowName> delete) {
        Changes {
            upsert = upsert == null ? new PolicyContent(null, null, null, null, null, null) : upsert;
            delete = delete == null ? List.of() : List.copyOf(delete);
        }
    }

    record ReasonRequest(
            @NotBlank @Size(max = PolicyContent.LONGEST_TEXT)
            String reason) {}

    record ProblemView(RowKind kind, List<String> row, String code, Text text) {}

    @Inject
    PolicyStore store;

    @Inject
    PolicyDrafts drafts;

    @Inject
    PolicyWorkbooks workbooks;

    @Inject
    CurrentActor currentActor;

    @GET
    public List<PolicyHead> policies() {
        return store.list();
    }

    @GET
    @Path("{version}")
    @APIResponseSchema(PolicyHead.class)
    public Response show(@PathParam("version") String version) {
        return seen(Response.ok(), find(version));
    }

    @GET
    @Path("{version}/rows")
    public PolicyContent rows(@PathParam("version") String version) {
        return store.content(find(version).version());
    }

    /** What would have to be mended before the set can be approved. */
    @GET
    @Path("{version}/problems")
    public List<ProblemView> problems(@PathParam("version") String version) {
        return drafts.problems(find(version)).stream()
                .map(p -> new ProblemView(p.kind(), p.row(), p.code().name(), p.text()))
                .toList();
    }

    @GET
    @Path("{version}/workbook")
    @Produces(XLSX)
    public Response workbook(@PathParam("version") String version) {
        PolicyHead head = find(version);
        return Downloads.of("资助政策-" + head.version() + ".xlsx", XLSX, workbooks.written(store.content(head.version())));
    }

    @POST
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional
    @Idempotent
    @APIResponseSchema(value = PolicyHead.class, responseCode = "201")
    public Response begin(@NotNull @Valid Beginning asked) {
        PolicyHead draft = drafts.begin(asked, bureau());
        return seen(Response.created(URI.create("/api/v1/policies/" + draft.version())), draft);
    }

    @PUT
    @Path("{version}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional
    @APIResponseSchema(PolicyHead.class)
    public Response describe(
            @PathParam("version") String version,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid Particulars asked) {
        return seen(Response.ok(), drafts.describe(version, ifMatch, asked, bureau()));
    }

    @PATCH
    @Path("{version}/rows")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional
    @APIResponseSchema(PolicyHead.class)
    public Response change(
            @PathParam("version") String version,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid Changes asked) {
        return seen(Response.ok(), drafts.change(version, ifMatch, asked, bureau()));
    }

    @PUT
    @Path("{version}/workbook")
    @Consumes({XLSX, MediaType.APPLICATION_OCTET_STREAM})
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional
    @APIResponseSchema(PolicyHead.class)
    public Response read(
            @PathParam("version") String version, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, File body) {
        Actor actor = bureau();
        return seen(Response.ok(), drafts.replace(version, ifMatch, workbooks.read(body.toPath()), actor));
    }

    @POST
    @Path("{version}/approval")
    @RolesAllowed({Roles.REVIEWER, Roles.ADMINISTRATOR})
    @Transactional
    @Idempotent
    @APIResponseSchema(PolicyHead.class)
    public Response approve(
            @PathParam("version") String version,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ReasonRequest asked) {
        return seen(Response.ok(), drafts.approve(version, ifMatch, asked.reason(), bureau()));
    }

    @POST
    @Path("{version}/entry-into-force")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional
    @Idempotent
    @APIResponseSchema(PolicyHead.class)
    public Response putInForce(
            @PathParam("version") String version, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return seen(Response.ok(), drafts.putInForce(version, ifMatch, bureau()));
    }

    @POST
    @Path("{version}/withdrawal")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Transactional
    @Idempotent
    @APIResponseSchema(PolicyHead.class)
    public Response withdraw(
            @PathParam("version") String version,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ReasonRequest asked) {
        return seen(Response.ok(), drafts.withdraw(version, ifMatch, asked.reason(), bureau()));
    }

    private Actor bureau() {
        return currentActor.requireBureau();
    }

    private PolicyHead find(String version) {
        return store.find(version).orElseThrow(ProblemException::notFound);
    }

    private static Response seen(Response.ResponseBuilder response, PolicyHead head) {
        return response.entity(head).tag(Versions.tag(head.revision())).build();
    }
}
