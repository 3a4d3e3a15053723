package cn.gov.zhuozhou.aid.registry.publicnotice;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Where people object, by school code or {@code bureau}; it stands on every notice posted afterwards. */
@Path("/api/v1/notice-contacts/{code}")
@RunOnVirtualThread
class NoticeContactResource {
    record ContactRequest(@NotBlank @Size(max = 200) String contact) {}

    @Inject
    NoticeContacts contacts;

    @Inject
    NoticeStore notices;

    @Inject
    CurrentActor currentActor;

    @Inject
    Trail trail;

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.AUDITOR})
    public Response show(@PathParam("code") String code) {
        return answer(contacts.find(code).orElseThrow(ProblemException::notFound));
    }

    /** {@code If-Match: "0"} for a first entry. */
    @PUT
    @RolesAllowed({Roles.REVIEWER, Roles.ADMINISTRATOR})
    @Transactional
    public Response keep(
            @PathParam("code") String code,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ContactRequest request) {
        Actor actor = NoticeContacts.BUREAU.equals(code) ? currentActor.requireBureau() : ofSchool(code);
        Versions.require(
                ifMatch,
                contacts.find(code).map(NoticeContacts.Contact::version).orElse(0L));
        NoticeLeaks.refuse(NoticeLeaks.in("contact", "联系方式", request.contact()));
        trail.record(actor, "notice.contact-kept", "notice-contact", code, null);
        return answer(contacts.keep(code, request.contact(), actor.id()));
    }

    private Actor ofSchool(String code) {
        Actor actor = currentActor.get();
        if (!notices.seesSchool(code, actor.jurisdiction())) {
            throw ProblemException.notFound();
        }
        return actor;
    }

    private static Response answer(NoticeContacts.Contact contact) {
        return Versions.seen(contact, contact.version());
    }
}
