package cn.gov.zhuozhou.aid.disbursement.funding;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;

/** What the resources of all kinds of acts about funds have in common. All of it is for the bureau. */
@ApplicationScoped
class FundActPages {
    @Inject
    FundActs acts;

    @Inject
    CurrentActor currentActor;

    Page<FundAct> list(FundAct.Kind kind, Integer year, FundAct.State state, Paging paging) {
        currentActor.requireBureau();
        return acts.list(kind, year, state, paging);
    }

    Response show(FundAct.Kind kind, UUID id) {
        currentActor.requireBureau();
        return seen(acts.find(kind, id).orElseThrow(ProblemException::notFound));
    }

    Response enter(FundActs.Entered entered) {
        FundAct act = acts.enter(entered, currentActor.requireBureau());
        return Response.created(URI.create("/api/v1/" + path(act.kind()) + "/" + act.id()))
                .entity(act)
                .tag(Versions.tag(act.revision()))
                .build();
    }

    Response decide(FundAct.Kind kind, UUID id, String ifMatch, DecisionRequest asked) {
        return seen(acts.decide(kind, id, ifMatch, asked.confirmed(), asked.reason(), currentActor.requireBureau()));
    }

    Response reverse(FundAct.Kind kind, UUID id, String ifMatch, String reason) {
        return seen(acts.reverse(kind, id, ifMatch, reason, currentActor.requireBureau()));
    }

    private static String path(FundAct.Kind kind) {
        return switch (kind) {
            case INCOME -> "fund-incomes";
            case CARRY_OVER -> "carry-overs";
            case TREASURY_RETURN -> "treasury-returns";
        };
    }

    private static Response seen(FundAct act) {
        return Response.ok(act).tag(Versions.tag(act.revision())).build();
    }
}
