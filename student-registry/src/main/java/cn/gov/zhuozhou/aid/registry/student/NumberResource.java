package cn.gov.zhuozhou.aid.registry.student;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.crypto.FieldCryptoSession;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.registry.Masked;
import cn.gov.zhuozhou.aid.registry.identity.IdentityNumber;
import cn.gov.zhuozhou.aid.registry.identity.StudentNumber;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The two ways to deal with full numbers: asking who somebody is, and being shown a number. Both leave a trail. */
@Path("/api/v1/students")
@RunOnVirtualThread
class NumberResource {
    record LookupRequest(
            @NotEmpty @Size(max = 1000) List<@NotBlank @Size(max = 30) String> numbers,
            @NotBlank @Size(max = 500) String reason) {}

    /** One entry per number asked for, in the same order; null where there is no such pupil. */
    record LookupView(List<UUID> studentIds) {}

    record DisclosureRequest(@NotBlank @Size(max = 500) String reason) {}

    private static final UUID NOBODY = new UUID(0, 0);

    @Inject
    Students students;

    @Inject
    FieldCrypto crypto;

    @Inject
    CurrentActor currentActor;

    @Inject
    Trail trail;

    @POST
    @Path("lookups")
    @RolesAllowed({Roles.CLERK, Roles.VIEWER})
    @Transactional
    public LookupView lookUp(@NotNull @Valid LookupRequest request) {
        var actor = currentActor.requireBureau();
        var session = crypto.session();
        List<UUID> indexes = new ArrayList<>();
        for (String given : request.numbers()) {
            indexes.add(index(given, session));
        }
        Map<UUID, UUID> found = students.byIndex(indexes);
        trail.record(
                actor,
                "student.looked-up",
                "student",
                "-",
                Masked.anywhere(request.reason()),
                Map.of("asked", indexes.size(), "found", found.size()));
        return new LookupView(indexes.stream().map(found::get).toList());
    }

    /** Asked again it shows it again, and the trail says so. */
    @POST
    @Path("{id}/identity-disclosures")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER})
    @Transactional
    @Idempotent(keepsAnswer = false)
    public Students.Numbers disclose(@PathParam("id") UUID id, @NotNull @Valid DisclosureRequest request) {
        var actor = currentActor.get();
        if (!students.exists(id, actor.jurisdiction())) {
            throw ProblemException.notFound();
        }
        trail.record(actor, "student.number-disclosed", "student", id.toString(), Masked.anywhere(request.reason()));
        return students.disclose(id);
    }

    /** What is neither a student number nor an identity number finds nobody. */
    private static UUID index(String given, FieldCryptoSession session) {
        if (StudentNumber.read(given) instanceof StudentNumber.Reading.Valid student) {
            return session.index("student-number", student.number().value());
        }
        return IdentityNumber.read(given)
                .ifValid()
                .map(number -> session.index("identity-number", number.value()))
                .orElse(NOBODY);
    }
}
