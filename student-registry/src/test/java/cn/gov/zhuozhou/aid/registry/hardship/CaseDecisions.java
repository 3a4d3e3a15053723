package cn.gov.zhuozhou.aid.registry.hardship;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Decides cases as a clerk does, without HTTP. */
@ApplicationScoped
public class CaseDecisions {
    @Inject
    Decisions decisions;

    public void decide(UUID caseId, boolean confirmed) {
        Decisions.Verdict verdict = confirmed ? Decisions.Verdict.CONFIRMED : Decisions.Verdict.REJECTED;
        decisions.decide(caseId, verdict, "已核实", Actor.system("test"));
    }
}
