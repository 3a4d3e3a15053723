package cn.gov.zhuozhou.aid.chassis.http;

import cn.gov.zhuozhou.aid.chassis.document.Pdf;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** Answers that carry a file: saved by the browser, never guessed at, never kept by a cache. */
public final class Downloads {
    private Downloads() {}

    public static Response of(String name, String mediaType, byte[] content) {
        return answer(name, mediaType, content).build();
    }

    /** A file too large to be held; what writes it also clears it away. */
    public static Response of(String name, String mediaType, StreamingOutput content) {
        return answer(name, mediaType, content).build();
    }

    /** Characters no font has are printed as code points, and named in {@code Aid-Undrawn-Characters}. */
    public static Response of(String name, Pdf pdf) {
        var answer = answer(FileNames.plain(name, "pdf"), "application/pdf", pdf.content());
        if (!pdf.undrawn().isEmpty()) {
            answer.header("Aid-Undrawn-Characters", String.join(" ", pdf.undrawn()));
        }
        return answer.build();
    }

    private static Response.ResponseBuilder answer(String name, String mediaType, Object content) {
        return Response.ok(content, mediaType)
                .header(HttpHeaders.CONTENT_DISPOSITION, FileNames.attachment(name))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
