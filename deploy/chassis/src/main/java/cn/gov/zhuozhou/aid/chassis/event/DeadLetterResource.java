package cn.gov.zhuozhou.aid.chassis.event;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.event.DeadLetters.DeadLetter;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;

/** Lets an administrator see the messages nobody could read and have them handled again, once their cause is mended. */
@Path("/api/v1/dead-letters")
@RolesAllowed(Roles.ADMINISTRATOR)
@RunOnVirtualThread
public class DeadLetterResource {
    @Inject
    DeadLetters letters;

    @Inject
    EventIntake intake;

    @Inject
    CurrentActor currentActor;

    @Inject
    Trail trail;

    @GET
    public Page<DeadLetter> waiting(@BeanParam Paging paging) {
        currentActor.requireBureau();
        return Page.of(letters.waiting(paging.afterId(), paging.limit() + 1), paging.limit(), DeadLetter::id);
    }

    @POST
    @Path("{id}/replay")
    @Transactional
    @Idempotent
    public DeadLetter replay(@PathParam("id") UUID id) {
        Actor actor = currentActor.requireBureau();
        DeadLetter letter = letters.find(id).orElseThrow(ProblemException::notFound);
        RawMessage message = letters.takeForReplay(id)
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.STATE_CONFLICT, Text.of("该消息已重放。", "The message was replayed already.")));
        try {
            intake.replay(letter.consumer(), message);
        } catch (UnreadableMessage still) {
            throw new ProblemException(
                    CommonProblem.STATE_CONFLICT,
                    Text.of("仍无法读取：%s", "It is still unreadable: %s").formatted(still.getMessage()));
        }
        letters.markReplayed(id, actor.id());
        trail.record(actor, "dead-letter.replayed", "dead-letter", id.toString(), null);
        return letters.find(id).orElseThrow();
    }
}
