package cn.gov.zhuozhou.aid.registry.publicnotice;

import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/**
 * A notice as anybody sees it who was given its address: no login, no script, no search engine, gone by itself when its last day
 * is over (教财厅函〔2017〕28号).
 */
@Path("/public/notices/{token}")
@RunOnVirtualThread
class PublicPageResource {
    private static final String TEXT = MediaType.TEXT_PLAIN + ";charset=UTF-8";
    private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";

    @Inject
    NoticePages pages;

    @Inject
    NoticeStore notices;

    @Inject
    NoticeLines lines;

    @Inject
    NoticePapers papers;

    @Inject
    NoticeConfig config;

    @Inject
    BusinessClock clock;

    @GET
    @PermitAll
    public Response show(@PathParam("token") String token) {
        var page = pages.byToken(token);
        if (page.isEmpty()) {
            return gone(404, "没有这个页面。\nThere is no such page.\n");
        }
        if (!page.get().isUp(clock.today())) {
            return gone(410, "公示已结束，名单已撤下。\nThe notice has ended and the list was taken down.\n");
        }
        Notice notice = notices.find(page.get().noticeId(), Jurisdiction.BUREAU).orElseThrow();
        return Response.ok(papers.page(notice, lines.of(notice.id())), HTML)
                .header(HttpHeaders.CACHE_CONTROL, "public, must-revalidate, max-age=" + secondsKept(page.get()))
                .header("X-Robots-Tag", "noindex, nofollow, noarchive")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    private long secondsKept(NoticePages.Page page) {
        Duration left = Duration.between(clock.now(), clock.endOf(page.lastDay()));
        return Math.clamp(left.toSeconds(), 0, config.pageCached().toSeconds());
    }

    private static Response gone(int status, String said) {
        return Response.status(status)
                .entity(said)
                .type(TEXT)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Robots-Tag", "noindex")
                .build();
    }
}
