package cn.gov.zhuozhou.aid.chassis.http;

import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Entity tags from aggregate versions: a change is only made to what the caller has seen. */
public final class Versions {
    private Versions() {}

    public static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }

    /** 200 with the thing and the tag of its version. */
    public static Response seen(Object thing, long version) {
        return Response.ok(thing).tag(tag(version)).build();
    }

    /** 201 with the new thing, its address and the tag of its version. */
    public static Response created(String address, Object thing, long version) {
        return Response.created(URI.create(address))
                .entity(thing)
                .tag(tag(version))
                .build();
    }

    /** Ends the request with 428 where {@code If-Match} is missing and with 412 where it is stale. */
    public static void require(String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ProblemException(CommonProblem.PRECONDITION_REQUIRED);
        }
        String seen = ifMatch.strip().replace("\"", "");
        if (!"*".equals(seen) && !Long.toString(version).equals(seen)) {
            throw new ProblemException(CommonProblem.CHANGED_MEANWHILE);
        }
    }
}
