package cn.gov.zhuozhou.aid.disbursement.payee;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.attachment.Attachment;
import cn.gov.zhuozhou.aid.chassis.attachment.Attachments;
import cn.gov.zhuozhou.aid.chassis.attachment.FileKind;
import cn.gov.zhuozhou.aid.chassis.attachment.HandedIn;
import cn.gov.zhuozhou.aid.chassis.http.Downloads;
import cn.gov.zhuozhou.aid.chassis.http.FileNames;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotEmpty;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** Proof of an account: a photo of the card, a letter of the bank. The file is the body, its name in {@code Content-Disposition}. */
@Path("/api/v1/payees/{id}/evidence")
@RunOnVirtualThread
class PayeeEvidenceResource {
    @Inject
    AccountStore store;

    @Inject
    Attachments attachments;

    @Inject
    Trail trail;

    @Inject
    CurrentActor currentActor;

    @GET
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public List<Attachment> list(@PathParam("id") UUID id) {
        return attachments.of(Payees.SUBJECT, account(id).id().toString());
    }

    @POST
    @Consumes({"image/jpeg", "image/png", "application/pdf", MediaType.APPLICATION_OCTET_STREAM})
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response keep(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.CONTENT_DISPOSITION) String disposition,
            @NotEmpty byte[] content) {
        if (account(id).state() != AccountState.PROPOSED) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT);
        }
        Attachment kept = attachments.keep(
                new HandedIn(
                        Payees.SUBJECT,
                        id.toString(),
                        "ACCOUNT",
                        FileNames.from(disposition),
                        content,
                        FileKind.PHOTOS_AND_SCANS),
                currentActor.get());
        return Response.created(URI.create("/api/v1/payees/" + id + "/evidence/" + kept.id()))
                .entity(kept)
                .build();
    }

    /** A card's photo shows its number, so each look is told in the trail. */
    @GET
    @Path("{evidenceId}")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER})
    @Transactional
    public Response download(@PathParam("id") UUID id, @PathParam("evidenceId") UUID evidenceId) {
        Attachment file = attachments
                .find(Payees.SUBJECT, account(id).id().toString(), evidenceId)
                .orElseThrow(ProblemException::notFound);
        Actor actor = currentActor.get();
        trail.record(actor, "payee.evidence-seen", Payees.SUBJECT, id.toString(), null);
        return Downloads.of(file.name(), file.kind().mediaType(), attachments.content(file));
    }

    private Account account(UUID id) {
        return store.find(id, currentActor.jurisdiction()).orElseThrow(ProblemException::notFound);
    }
}
