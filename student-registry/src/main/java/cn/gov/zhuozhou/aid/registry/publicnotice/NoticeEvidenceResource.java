package cn.gov.zhuozhou.aid.registry.publicnotice;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.attachment.Attachment;
import cn.gov.zhuozhou.aid.chassis.http.Downloads;
import cn.gov.zhuozhou.aid.chassis.http.FileNames;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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

/** Proof that a notice hung. The file is the body; its name stands in {@code Content-Disposition}. */
@Path("/api/v1/public-notices/{id}/evidence")
@RunOnVirtualThread
class NoticeEvidenceResource {
    record GapView(EvidenceGap code, String zh, String en) {}

    record EvidenceView(boolean complete, List<GapView> gaps, List<Evidence> items) {}

    @Inject
    NoticeEvidence evidence;

    @Inject
    NoticeStore notices;

    @Inject
    CurrentActor currentActor;

    @GET
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public EvidenceView list(@PathParam("id") UUID noticeId) {
        Notice notice = notice(noticeId);
        List<GapView> gaps = evidence.gaps(notice).stream()
                .map(gap -> new GapView(gap, gap.text().zh(), gap.text().en()))
                .toList();
        return new EvidenceView(gaps.isEmpty(), gaps, evidence.of(noticeId));
    }

    @POST
    @Consumes({"image/jpeg", "image/png", "application/pdf", MediaType.APPLICATION_OCTET_STREAM})
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER})
    @Transactional
    @Idempotent
    public Response keep(
            @PathParam("id") UUID noticeId,
            @QueryParam("shows") @NotNull Evidence.Shows shows,
            @QueryParam("takenOn") @NotNull LocalDate takenOn,
            @QueryParam("place") @NotBlank @Size(max = 100) String place,
            @HeaderParam(HttpHeaders.CONTENT_DISPOSITION) String disposition,
            @NotEmpty byte[] content) {
        Evidence kept = evidence.keep(
                notice(noticeId),
                new NoticeEvidence.Shown(shows, takenOn, place, FileNames.from(disposition), content),
                currentActor.get());
        return Response.created(URI.create("/api/v1/public-notices/" + noticeId + "/evidence/" + kept.id()))
                .entity(kept)
                .build();
    }

    @GET
    @Path("{evidenceId}")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Response download(@PathParam("id") UUID noticeId, @PathParam("evidenceId") UUID evidenceId) {
        Attachment file = evidence.file(notice(noticeId).id(), evidenceId).orElseThrow(ProblemException::notFound);
        return Downloads.of(file.name(), file.kind().mediaType(), evidence.content(file));
    }

    private Notice notice(UUID id) {
        return notices.find(id, currentActor.jurisdiction()).orElseThrow(ProblemException::notFound);
    }
}
