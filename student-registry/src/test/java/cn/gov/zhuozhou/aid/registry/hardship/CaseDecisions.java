package cn.gov.zhuozhou.aid.registry.hardship;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Decides cases as two people do, without HTTP. */
@ApplicationScoped
public class CaseDecisions {
    private static final String ANY_VERSION = "*";
    private static final Actor CLERK = Actor.system("test-clerk");
    private static final Actor REVIEWER = Actor.system("test-reviewer");

    @Inject
    Desk desk;

    /** A second person agrees where one is needed. */
    public void decide(UUID caseId, boolean confirmed) {
        var verdict = confirmed ? Verdict.CONFIRMED : Verdict.REJECTED;
        var note = new Note(confirmed ? "HOUSEHOLD_BOOK_SEEN" : "ANOTHER_PERSON", "已核实");
        MatchCaseView decided = desk.decide(caseId, ANY_VERSION, verdict, note, CLERK);
        if (decided.state() == CaseState.PROPOSED) {
            desk.review(caseId, ANY_VERSION, true, note, REVIEWER);
        }
    }
}
