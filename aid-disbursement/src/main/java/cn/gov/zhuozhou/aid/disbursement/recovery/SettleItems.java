package cn.gov.zhuozhou.aid.disbursement.recovery;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Turns;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.disbursement.DisbursementProblem;
import cn.gov.zhuozhou.aid.disbursement.FreeText;
import cn.gov.zhuozhou.aid.disbursement.SecondPerson;
import cn.gov.zhuozhou.aid.disbursement.funding.RecoveredFunds;
import cn.gov.zhuozhou.aid.disbursement.recovery.RecoveryItems.Said;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** How people bring an item to its end. Each must run in a transaction. */
@ApplicationScoped
class SettleItems {
    @Inject
    RecoveryItems items;

    @Inject
    RecoveryTerms terms;

    @Inject
    RecoveredFunds funds;

    @Inject
    Event<SetOff> setOffs;

    @Inject
    Event<GivenBack> givenBack;

    @Inject
    Turns turns;

    @Inject
    Database database;

    @Inject
    Trail trail;

    /** The pupil's family paid back a part or all of it. */
    RecoveryItem repaid(UUID id, String ifMatch, long fen, String evidence, Actor by) {
        inTurn(id, by);
        RecoveryItem item = seen(id, ifMatch, by);
        requireOpen(item, fen);
        RecoveryItem stepped =
                step(item, ItemTransitions.Event.REPAID, fen, new Said(null, FreeText.checked(evidence), null), by);
        funds.repaid(item.awardId(), fen, by);
        givenBack.fire(new GivenBack(item.awardId(), fen, by));
        return stepped;
    }

    /** A part or all of it is set against what another award of the same pupil still has to pay. */
    RecoveryItem offset(UUID id, String ifMatch, UUID against, long fen, Actor by) {
        // Freezing takes the same turn: what is set off now is not being paid.
        turns.alone("award");
        RecoveryItem item = seen(id, ifMatch, by);
        String document = terms.offsetAllowed()
                .orElseThrow(() -> new ProblemException(DisbursementProblem.OFFSET_NOT_ALLOWED))
                .document();
        requireOpen(item, fen);
        boolean payable = database.first(
                        """
                        select 1 from award_payable p join award a on a.id = p.award_id
                        where p.award_id = :against and p.student_id = :student and p.payable_fen >= :fen
                          and a.id <> :own
                        """,
                        Map.of("against", against, "student", item.studentId(), "fen", fen, "own", item.awardId()),
                        row -> true)
                .isPresent();
        if (!payable) {
            throw new ProblemException(DisbursementProblem.NOTHING_TO_OFFSET_AGAINST);
        }
        RecoveryItem stepped = step(item, ItemTransitions.Event.OFFSET, fen, new Said(against, null, null), by);
        funds.offset(item.awardId(), against, fen, by);
        givenBack.fire(new GivenBack(item.awardId(), fen, by));
        setOffs.fire(new SetOff(against, fen, document, by));
        return stepped;
    }

    RecoveryItem askWriteOff(UUID id, String ifMatch, String reason, Actor by) {
        return step(seen(id, ifMatch, by), ItemTransitions.Event.WRITE_OFF_ASKED, 0, because(reason), by);
    }

    /** The second person's word. */
    RecoveryItem decideWriteOff(UUID id, String ifMatch, boolean granted, String reason, Actor by) {
        RecoveryItem item = seen(id, ifMatch, by);
        SecondPerson.require(item.state() == ItemState.WRITE_OFF_ASKED, asker(items.steps(id)), by);
        return granted
                ? step(item, ItemTransitions.Event.WRITTEN_OFF, item.openFen(), because(reason), by)
                : step(item, ItemTransitions.Event.WRITE_OFF_REFUSED, 0, because(reason), by);
    }

    /** Null where nobody asked. */
    private static String asker(List<RecoveryItem.Step> steps) {
        return steps.stream()
                .filter(step -> step.event() == ItemTransitions.Event.WRITE_OFF_ASKED)
                .reduce((earlier, later) -> later)
                .map(RecoveryItem.Step::actor)
                .orElse(null);
    }

    /** Awards say what is given back of them: what changes this pupil's awards waits, or is waited for. */
    private void inTurn(UUID id, Actor by) {
        UUID student = items.find(id, by.jurisdiction())
                .orElseThrow(ProblemException::notFound)
                .studentId();
        turns.beside("award");
        turns.alone("award.pupil", student);
    }

    private RecoveryItem seen(UUID id, String ifMatch, Actor by) {
        RecoveryItem item = items.find(id, by.jurisdiction()).orElseThrow(ProblemException::notFound);
        turns.alone("recovery.pupil", item.studentId());
        RecoveryItem now = items.find(id, by.jurisdiction()).orElseThrow();
        Versions.require(ifMatch, now.revision());
        return now;
    }

    private static void requireOpen(RecoveryItem item, long fen) {
        if (fen > item.openFen()) {
            throw new ProblemException(DisbursementProblem.MORE_THAN_OWED);
        }
    }

    private RecoveryItem step(RecoveryItem item, ItemTransitions.Event event, long fen, Said said, Actor by) {
        items.step(item, event, fen, said, by);
        trail.record(
                by,
                "recovery-item." + event.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                "recovery-item",
                item.id().toString(),
                said.reason(),
                Map.of("fen", fen));
        return items.find(item.id(), by.jurisdiction()).orElseThrow();
    }

    private static Said because(String reason) {
        return new Said(null, null, FreeText.checked(reason));
    }
}
