package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.IdempotencyKey;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException.FieldError;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Where files from outside are handed in, as the body or as the part {@code file} of a form. */
@jakarta.ws.rs.Path("/api/v1/feeds")
@RunOnVirtualThread
class FeedResource {
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** What the address says of the file. */
    static class FileParameters {
        @PathParam("source")
        String source;

        @QueryParam("asOf")
        String asOf;

        @QueryParam("semester")
        String semester;

        /** {@code snapshot}, which is taken where nothing is said, or {@code delta}. */
        @QueryParam("mode")
        String mode;

        /** A workbook's sheet by name, or {@code *} for all that fit. */
        @QueryParam("sheet")
        String sheet;

        FeedIntake.Asked asked() {
            return new FeedIntake.Asked(source, asOf, semester, mode, sheet);
        }
    }

    @Inject
    FeedIntake intake;

    @Inject
    Spool spool;

    @Inject
    CurrentActor currentActor;

    @POST
    @jakarta.ws.rs.Path("{source}/batches")
    @Consumes({MediaType.APPLICATION_OCTET_STREAM, "text/csv", XLSX})
    @RolesAllowed(Roles.CLERK)
    @Parameter(ref = IdempotencyKey.REFERENCE)
    public Response handIn(@BeanParam FileParameters parameters, InputStream body) throws IOException {
        currentActor.requireBureau();
        return spool.with(body, file -> intake.handIn(parameters.asked(), file.toFile()));
    }

    @POST
    @jakarta.ws.rs.Path("{source}/batches")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Roles.CLERK)
    @Parameter(ref = IdempotencyKey.REFERENCE)
    public Response handInForm(@BeanParam FileParameters parameters, @RestForm("file") FileUpload file)
            throws IOException {
        if (file == null) {
            Text expected = Text.of("请在表单字段 file 中提交文件。", "Hand the file in as the form's part file.");
            throw new ProblemException(
                    CommonProblem.INVALID_FIELDS, expected, List.of(new FieldError("file", "NotNull", expected)));
        }
        return intake.handIn(parameters.asked(), file.uploadedFile().toFile());
    }
}
