package cn.gov.zhuozhou.aid.disbursement.bank;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Downloads;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.file.Files;
import java.util.UUID;

/** The file a bank is handed: the payer takes it once for all, and whoever may look at it reads the same again. */
@Path("/api/v1/payment-batches/{id}/bank-file")
@RunOnVirtualThread
class BankFileResource {
    @Inject
    BankFiles files;

    @Inject
    CurrentActor currentActor;

    /** Hands the batch over. Sent again, under whatever key, it answers with the same file. */
    @POST
    @Transactional
    @Idempotent(keepsAnswer = false)
    @RolesAllowed(Roles.PAYER)
    public Response handOver(@PathParam("id") UUID id, @QueryParam("layout") @DefaultValue("pain.001") String layout) {
        return file(files.handOver(id, layout, currentActor.requireBureau()));
    }

    @GET
    @Transactional
    @RolesAllowed(Roles.PAYER)
    public Response read(@PathParam("id") UUID id, @QueryParam("layout") @DefaultValue("pain.001") String layout) {
        return file(files.again(id, layout, currentActor.requireBureau()));
    }

    private static Response file(BankFiles.Written written) {
        StreamingOutput content = out -> {
            try {
                Files.copy(written.file(), out);
            } finally {
                Files.deleteIfExists(written.file());
            }
        };
        Response answer = Downloads.of(written.name(), MediaType.APPLICATION_OCTET_STREAM, content);
        return Response.fromResponse(answer)
                .header("Aid-Sha256", written.sha256())
                .build();
    }
}
