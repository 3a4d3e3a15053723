package cn.gov.zhuozhou.aid.chassis.actor;

import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The person behind the present request, read from the bearer token. */
@RequestScoped
public class CurrentActor {
    @Inject
    SecurityIdentity identity;

    public Actor get() {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return new Actor("anonymous", "匿名", Jurisdiction.NONE);
        }
        Object name = token.getClaim("name");
        return new Actor(
                token.getSubject(),
                name == null ? identity.getPrincipal().getName() : name.toString(),
                jurisdiction(token));
    }

    public Jurisdiction jurisdiction() {
        return get().jurisdiction();
    }

    /** Ends the request as "not found" unless the actor answers for the whole county. */
    public Actor requireBureau() {
        Actor actor = get();
        if (!actor.jurisdiction().isBureau()) {
            throw ProblemException.notFound();
        }
        return actor;
    }

    private static Jurisdiction jurisdiction(JsonWebToken token) {
        Object org = token.getClaim("org");
        return Jurisdiction.parse(org == null ? null : org.toString());
    }
}
