package cn.gov.zhuozhou.aid.registry.publicnotice;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Downloads;
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
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.UUID;

/** Lists posted for objection. */
@Path("/api/v1/public-notices")
@RunOnVirtualThread
class PublicNoticeResource {
    record PostingRequest(
            @NotBlank String semester,
            @NotBlank String schoolCode,
            @NotNull Notice.Kind kind,
            @Size(max = 60) String title,
            @Size(max = 600) String summary) {}

    record PostAllRequest(@NotBlank String semester) {}

    record Posted(int notices, int lines, List<Notice> items) {}

    /** @param page null where there is none on the web */
    record NoticeView(Notice notice, List<NoticeLine> lines, NoticePages.Page page) {}

    record TakeDownRequest(@NotBlank @Size(max = 300) String reason) {}

    @Inject
    Notices notices;

    @Inject
    NoticeStore store;

    @Inject
    NoticeLines lines;

    @Inject
    NoticePages pages;

    @Inject
    NoticePapers papers;

    @Inject
    CurrentActor currentActor;

    @POST
    @RolesAllowed(Roles.REVIEWER)
    @Transactional
    @Idempotent
    public Response post(@NotNull @Valid PostingRequest request) {
        Notice posted = notices.post(
                request.semester(),
                request.schoolCode(),
                request.kind(),
                new Notices.Wording(request.title(), request.summary()),
                currentActor.get());
        return Versions.created("/api/v1/public-notices/" + posted.id(), posted, posted.version());
    }

    /** One notice for each school of the jurisdiction and kind that has lines waiting. */
    @POST
    @Path("postings")
    @RolesAllowed(Roles.REVIEWER)
    @Transactional
    @Idempotent
    public Response postAll(@NotNull @Valid PostAllRequest request) {
        List<Notice> posted = notices.postAll(request.semester(), currentActor.get());
        int listed = posted.stream().mapToInt(Notice::lines).sum();
        return Response.ok(new Posted(posted.size(), listed, posted)).build();
    }

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<Notice> list(
            @QueryParam("semester") String semester, @QueryParam("state") String state, @BeanParam Paging paging) {
        return store.list(semester, state, currentActor.jurisdiction(), paging);
    }

    /**
     * The portal sees lines only while the notice stands, and never those of registered poor households: a list that has ended
     * is taken down, the separate list stays inside the school.
     */
    @GET
    @Path("{id}")
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Response show(@PathParam("id") UUID id, @Context SecurityContext security) {
        Notice notice = find(id);
        boolean shown = shows(notice, security);
        return Versions.seen(
                new NoticeView(
                        notice,
                        shown ? lines.of(id) : List.of(),
                        shown ? pages.of(id).orElse(null) : null),
                notice.version());
    }

    /** For the board: the whole list with header, period and where to object. */
    @GET
    @Path("{id}/notice.pdf")
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Response print(@PathParam("id") UUID id, @Context SecurityContext security) {
        Notice notice = find(id);
        if (!shows(notice, security)) {
            throw ProblemException.notFound();
        }
        return Downloads.of(notice.schoolName() + "公示", papers.print(notice, lines.of(id)));
    }

    /** Takes the page off the web before its time. */
    @POST
    @Path("{id}/page-removals")
    @RolesAllowed(Roles.REVIEWER)
    @Transactional
    @Idempotent
    public Response takeDown(@PathParam("id") UUID id, @NotNull @Valid TakeDownRequest request) {
        Notice notice = find(id);
        NoticeLeaks.refuse(NoticeLeaks.in("reason", "原因", request.reason()));
        if (!pages.takeDown(notice.id(), request.reason(), currentActor.get())) {
            throw new ProblemException(NoticeProblem.PAGE_NOT_UP);
        }
        return Response.ok(pages.of(id).orElseThrow()).build();
    }

    private Notice find(UUID id) {
        return store.find(id, currentActor.jurisdiction()).orElseThrow(ProblemException::notFound);
    }

    private static boolean shows(Notice notice, SecurityContext security) {
        boolean portalOnly = security.isUserInRole(Roles.VIEWER)
                && !security.isUserInRole(Roles.CLERK)
                && !security.isUserInRole(Roles.REVIEWER);
        return !portalOnly || (notice.kind() == Notice.Kind.GENERAL && notice.state() == Notice.State.POSTED);
    }
}
