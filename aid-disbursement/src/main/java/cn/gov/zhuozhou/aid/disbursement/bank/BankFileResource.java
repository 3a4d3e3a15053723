package cn.gov.zhuozhou.aid.disbursement.bank;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Downloads;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.file.Files;
import java.util.UUID;

/** The file a bank is handed. Asked for again it is the same file. */
@Path("/api/v1/payment-batches/{id}/bank-file")
@RunOnVirtualThread
class BankFileResource {
    @Inject
    BankFiles files;

    @Inject
    CurrentActor currentActor;

    @GET
    @Transactional
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER})
    public Response take(@PathParam("id") UUID id, @QueryParam("layout") @DefaultValue("pain.001") String layout) {
        BankFiles.Written written = files.write(id, layout, currentActor.requireBureau());
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
