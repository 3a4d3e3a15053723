package cn.gov.zhuozhou.aid.chassis.http;

import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands in for a resource of a service. */
@Path("/api/v1/things")
@RunOnVirtualThread
public class ThingResource extends NamedResource {
    static final AtomicInteger MADE = new AtomicInteger();
    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    public record MakeThingRequest(@NotBlank String name, int size) {}

    public record ThingView(String name, int number) {}

    @POST
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response make(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, @NotNull @Valid MakeThingRequest request) {
        int number = MADE.incrementAndGet();
        return Response.created(URI.create("/api/v1/things/" + number))
                .entity(new ThingView(request.name(), number))
                .build();
    }

    @POST
    @Path("views")
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public ThingView view(@NotNull @Valid MakeThingRequest request) {
        return new ThingView(request.name(), MADE.incrementAndGet());
    }

    /** Cannot read what it is given the first time. */
    @POST
    @Path("readings")
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response read(@NotNull @Valid MakeThingRequest request) throws IOException {
        if (SEEN.add(request.name())) {
            throw new IOException("unreadable");
        }
        return Response.ok(new ThingView(request.name(), MADE.incrementAndGet()))
                .build();
    }

    /** A file is not kept. */
    @POST
    @Path("files")
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent(keepsAnswer = false)
    public Response file(@NotNull @Valid MakeThingRequest request) {
        MADE.incrementAndGet();
        StreamingOutput content = out -> out.write(request.name().getBytes(StandardCharsets.UTF_8));
        return Response.ok(content, MediaType.APPLICATION_OCTET_STREAM).build();
    }

    @GET
    @Path("broken")
    @PermitAll
    public String broken() {
        throw new IllegalStateException("999999201001010016");
    }
}
