package cn.gov.zhuozhou.aid.chassis.attachment;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Answers that carry a file: saved by the browser, never guessed at, never kept by a cache. */
public final class Downloads {
    private Downloads() {}

    public static Response of(Attachment attachment, byte[] content) {
        return of(attachment.name(), attachment.kind().mediaType(), content);
    }

    public static Response of(String name, String mediaType, byte[] content) {
        return Response.ok(content, mediaType)
                .header(HttpHeaders.CONTENT_DISPOSITION, FileNames.attachment(name))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
