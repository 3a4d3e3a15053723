package cn.gov.zhuozhou.aid.registry.outofarea;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.attachment.Attachment;
import cn.gov.zhuozhou.aid.chassis.attachment.Attachments;
import cn.gov.zhuozhou.aid.chassis.attachment.FileKind;
import cn.gov.zhuozhou.aid.chassis.attachment.HandedIn;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.http.Downloads;
import cn.gov.zhuozhou.aid.chassis.http.FileNames;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Letters to the school attended (S83), chasers, replies (S84) and the papers that belong to them. */
@Path("/api/v1/out-of-area-students/{student}/letters")
@RunOnVirtualThread
class LetterResource {
    enum Purpose {
        /** Goes with the letter: household book, certificates. */
        PROOF,
        DISPATCH_RECEIPT,
        REPLY_SLIP
    }

    record DraftRequest(
            @Size(max = 100) String recipientSchool,
            @Size(max = 200) String recipientAddress,
            @NotBlank @Size(max = 2000) String family,
            @NotEmpty @Size(max = 20) List<@NotBlank @Size(max = 100) String> proofs,
            @NotBlank @Size(max = 200) String replyTo,
            @Size(min = 5, max = 300) String fullNumberReason) {
        Letters.Draft draft() {
            return new Letters.Draft(recipientSchool, recipientAddress, family, proofs, replyTo, fullNumberReason);
        }
    }

    record DispatchRequest(
            @NotNull LocalDate on,
            @NotNull Letter.Method method,
            @NotBlank @Size(max = 100) String reference) {
        Letter.Dispatch dispatch() {
            return new Letter.Dispatch(on, method, reference);
        }
    }

    record ReturnRequest(
            @NotNull LocalDate on,
            @NotBlank @Size(max = 300) String reason) {}

    record AidRequest(
            @NotBlank @Size(max = 100) String programme,
            @NotNull Semester semester,
            @Min(1) long amountFen) {}

    record ReplyRequest(
            @NotNull LocalDate receivedOn,
            boolean aided,
            @Size(max = 20) List<@NotNull @Valid AidRequest> aid,
            boolean followUp,
            @Size(max = 60) String responsiblePerson,
            @Size(max = 60) String contact,
            @Size(max = 1000) String note) {
        Reply reply() {
            List<Reply.Aid> granted = aid == null
                    ? List.of()
                    : aid.stream()
                            .map(one -> new Reply.Aid(one.programme(), one.semester(), one.amountFen()))
                            .toList();
            return new Reply(null, receivedOn, aided, granted, followUp, responsiblePerson, contact, note, null, null);
        }

        @Override
        public String toString() {
            return "reply";
        }
    }

    record ClosingRequest(@NotBlank @Size(max = 300) String reason) {}

    record LetterView(Letter letter, List<Chaser> chasers, List<Reply> replies, List<Attachment> attachments) {}

    record ContactDisclosureRequest(
            @NotBlank @Size(max = 500) String reason) {}

    record ContactView(String contact) {}

    record LetterList(List<Letter> items) {}

    @Inject
    OutOfAreaStudents students;

    @Inject
    Letters letters;

    @Inject
    LetterStore store;

    @Inject
    Attachments attachments;

    @Inject
    CurrentActor currentActor;

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public LetterList list(@PathParam("student") UUID student) {
        return new LetterList(store.of(seen(student).id()));
    }

    /** {@code If-Match} is the pupil's: what the letter says was taken from what is known of him. */
    @POST
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Letter.class)))
    public Response draft(
            @PathParam("student") UUID student,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid DraftRequest request) {
        Letter drafted = letters.draft(student, ifMatch, request.draft(), currentActor.get());
        return Versions.created(
                "/api/v1/out-of-area-students/" + student + "/letters/" + drafted.id(), drafted, drafted.version());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LetterView.class)))
    public Response show(@PathParam("student") UUID student, @PathParam("id") UUID id) {
        Letter letter = store.find(seen(student).id(), id);
        return Versions.seen(
                new LetterView(
                        letter, store.chasers(id), store.replies(id), attachments.of(Letters.SUBJECT, id.toString())),
                letter.version());
    }

    @GET
    @Path("{id}/letter.pdf")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER})
    @Transactional
    public Response print(@PathParam("student") UUID student, @PathParam("id") UUID id) {
        Actor actor = currentActor.get();
        OutOfAreaStudent pupil = students.find(student, actor.jurisdiction());
        Letter letter = store.find(student, id);
        return Downloads.of("函-" + letter.number(), letters.print(pupil, letter, actor));
    }

    @POST
    @Path("{id}/approvals")
    @RolesAllowed(Roles.REVIEWER)
    @Transactional
    @Idempotent
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Letter.class)))
    public Response approve(
            @PathParam("student") UUID student,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return answer(letters.approve(student, id, ifMatch, currentActor.get()));
    }

    @POST
    @Path("{id}/dispatches")
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Letter.class)))
    public Response dispatch(
            @PathParam("student") UUID student,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid DispatchRequest request) {
        return answer(letters.dispatch(student, id, ifMatch, request.dispatch(), currentActor.get()));
    }

    @POST
    @Path("{id}/chasers")
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Letter.class)))
    public Response chase(
            @PathParam("student") UUID student,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid DispatchRequest request) {
        return answer(letters.chase(student, id, ifMatch, request.dispatch(), currentActor.get()));
    }

    @GET
    @Path("{id}/chasers/{step}.pdf")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER})
    public Response printChaser(
            @PathParam("student") UUID student, @PathParam("id") UUID id, @PathParam("step") int step) {
        Letter letter = store.find(seen(student).id(), id);
        return Downloads.of("催办函-" + letter.number() + "-" + step, letters.printChaser(letter, step));
    }

    @POST
    @Path("{id}/returns")
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Letter.class)))
    public Response comeBack(
            @PathParam("student") UUID student,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ReturnRequest request) {
        return answer(letters.comeBack(student, id, ifMatch, request.on(), request.reason(), currentActor.get()));
    }

    @POST
    @Path("{id}/replies")
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Letter.class)))
    public Response reply(
            @PathParam("student") UUID student,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ReplyRequest request) {
        return answer(letters.reply(student, id, ifMatch, request.reply(), currentActor.get()));
    }

    @POST
    @Path("{id}/closings")
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Letter.class)))
    public Response close(
            @PathParam("student") UUID student,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ClosingRequest request) {
        return answer(letters.close(student, id, ifMatch, request.reason(), currentActor.get()));
    }

    /** Asked again it shows it again, and the trail says so. */
    @POST
    @Path("{id}/contact-disclosures")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER})
    @Transactional
    @Idempotent(keepsAnswer = false)
    public ContactView contact(
            @PathParam("student") UUID student,
            @PathParam("id") UUID id,
            @NotNull @Valid ContactDisclosureRequest request) {
        Letter letter = store.find(seen(student).id(), id);
        return new ContactView(letters.contact(letter, request.reason(), currentActor.get()));
    }

    /** The file is the body; its name stands in {@code Content-Disposition}. */
    @POST
    @Path("{id}/attachments")
    @Consumes({"image/jpeg", "image/png", "application/pdf", MediaType.APPLICATION_OCTET_STREAM})
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER})
    @Transactional
    @Idempotent
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Attachment.class)))
    public Response keep(
            @PathParam("student") UUID student,
            @PathParam("id") UUID id,
            @QueryParam("purpose") @NotNull Purpose purpose,
            @HeaderParam(HttpHeaders.CONTENT_DISPOSITION) String disposition,
            @NotEmpty byte[] content) {
        Actor actor = currentActor.get();
        students.lock(student, actor);
        Letter letter = store.find(student, id);
        var file = new HandedIn(
                Letters.SUBJECT,
                letter.id().toString(),
                purpose.name(),
                FileNames.from(disposition),
                content,
                FileKind.PHOTOS_AND_SCANS);
        Attachment kept = attachments.keep(file, actor);
        return Response.created(URI.create(
                        "/api/v1/out-of-area-students/" + student + "/letters/" + id + "/attachments/" + kept.id()))
                .entity(kept)
                .build();
    }

    /** Proofs name whole households: who is not of the town or the bureau does not get them. */
    @GET
    @Path("{id}/attachments/{attachment}")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Response download(
            @PathParam("student") UUID student, @PathParam("id") UUID id, @PathParam("attachment") UUID attachment) {
        OutOfAreaStudent pupil = seen(student);
        if (!currentActor.jurisdiction().coversTown(pupil.town())) {
            throw ProblemException.notFound();
        }
        Letter letter = store.find(student, id);
        Attachment file = attachments
                .find(Letters.SUBJECT, letter.id().toString(), attachment)
                .orElseThrow(ProblemException::notFound);
        return Downloads.of(file.name(), file.kind().mediaType(), attachments.content(file));
    }

    private OutOfAreaStudent seen(UUID student) {
        return students.find(student, currentActor.jurisdiction());
    }

    private static Response answer(Letter now) {
        return Versions.seen(now, now.version());
    }
}
