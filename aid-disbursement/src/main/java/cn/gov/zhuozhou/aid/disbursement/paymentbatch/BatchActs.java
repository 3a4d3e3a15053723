package cn.gov.zhuozhou.aid.disbursement.paymentbatch;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Turns;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.disbursement.FreeText;
import cn.gov.zhuozhou.aid.disbursement.funding.BatchPlace;
import cn.gov.zhuozhou.aid.disbursement.funding.Funds;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.BatchStore.Step;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.Approval;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BatchState;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BatchTransitions;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BatchTransitions.Act;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BatchTransitions.Level;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BatchTransitions.Row;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.LineState;
import cn.gov.zhuozhou.aid.disbursement.reconciliation.Reconciliations;
import cn.gov.zhuozhou.aid.disbursement.recovery.Overpayments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What people do to a batch, up to the freeze and after it; must be called in a transaction. */
@ApplicationScoped
class BatchActs {
    static final String SUBJECT = "payment-batch";
    private static final Set<String> NEEDS_NOTICE = Set.of("ADDED", "LEVEL_CHANGED");
    private static final Text DUTIES_APART =
            Text.of("经办、审核、付款须由不同的人办理。", "Maker, checker and payer of a batch are different people.");

    private static final Map<LineState, BatchPlace> BOOKED = new EnumMap<>(Map.of(
            LineState.SETTLED, BatchPlace.PAID,
            LineState.REISSUED, BatchPlace.REISSUED,
            LineState.WRITTEN_BACK, BatchPlace.WRITTEN_BACK));

    @Inject
    BatchStore batches;

    @Inject
    BatchLines lines;

    @Inject
    PaymentTerms terms;

    @Inject
    Funds funds;

    @Inject
    Overpayments overpayments;

    @Inject
    Turns turns;

    @Inject
    Reconciliations reconciliations;

    @Inject
    Trail trail;

    @Inject
    Database database;

    /** A new batch of everything its selection has to pay; the selection is cut to what the maker answers for. */
    Batch create(Batch.Selection asked, Actor by) {
        return create(within(asked, by.jurisdiction()), null, by);
    }

    private Batch create(Batch.Selection which, UUID replaces, Actor by) {
        turns.alone("payment.batch/" + which.programme() + "/" + which.semester());
        UUID id = Ids.next();
        batches.insert(id, which, replaces, by);
        lines.fill(id, which);
        trail.record(by, "payment-batch.created", SUBJECT, id.toString(), null);
        return batches.find(id, by.jurisdiction()).orElseThrow(ProblemException::notFound);
    }

    private Batch.Selection within(Batch.Selection asked, Jurisdiction own) {
        String school = own.school() == null ? asked.schoolCode() : own.school();
        String town = own.town() == null ? asked.town() : own.town();
        if (school != null) {
            town = database.first(
                            "select school_town from pupil where school_code = :school limit 1",
                            Map.of("school", school),
                            row -> row.getString(1))
                    .orElseThrow(ProblemException::notFound);
        }
        if (!asked(asked.schoolCode(), school)
                || !asked(asked.town(), town)
                || own.kind() == Jurisdiction.Kind.VILLAGE
                || own.kind() == Jurisdiction.Kind.NONE
                || (own.town() != null && !own.town().equals(town))) {
            throw ProblemException.notFound();
        }
        return new Batch.Selection(asked.kind(), asked.programme(), asked.semester(), school, town, asked.stage());
    }

    private static boolean asked(String asked, String found) {
        return asked == null || asked.equals(found);
    }

    Batch submit(UUID id, String ifMatch, Actor by) {
        Batch batch = lockedFor(id, ifMatch, by, Act.SUBMITTED);
        if (lines.draftedFen(id) == 0) {
            throw new ProblemException(PaymentBatchProblem.NOTHING_TO_PAY);
        }
        int before = round(id);
        return done(batch, Act.SUBMITTED, null, batch.state() == BatchState.REJECTED ? before + 1 : before, null, by);
    }

    /** The principal's word that the notice passed counts only where the registry told of it for every line (A02). */
    Batch confirmNotice(UUID id, String ifMatch, Actor by) {
        Batch batch = lockedFor(id, ifMatch, by, Act.NOTICE_CONFIRMED);
        long without = database.number("""
                select count(*) from payment_line l join award a on a.id = l.award_id
                left join governing_eligibility e on e.student_id = a.student_id and e.semester = a.semester
                where l.batch_id = :batch and l.state = 'DRAFT'
                  and (e.ruling_id is null or (e.notice_id is null and e.result = any(:noticed)))
                """, Map.of("batch", id, "noticed", NEEDS_NOTICE));
        if (without > 0) {
            throw new ProblemException(
                    PaymentBatchProblem.NOTICE_MISSING,
                    Text.of("%d 条明细没有公示依据。", "%d lines have no notice behind them.")
                            .formatted(without));
        }
        return done(batch, Act.NOTICE_CONFIRMED, null, by);
    }

    Batch approveAsCenterSchool(UUID id, String ifMatch, Actor by) {
        Batch batch = lockedFor(id, ifMatch, by, Act.CENTER_SCHOOL_APPROVED);
        return done(batch, Act.CENTER_SCHOOL_APPROVED, null, by);
    }

    Batch approve(UUID id, Approval part, String ifMatch, Actor by) {
        Act act = part == Approval.COUNTY ? Act.COUNTY_APPROVED : Act.FURTHER_APPROVED;
        Batch batch = lockedFor(id, ifMatch, by, act);
        if (!terms.bands().of(lines.draftedFen(id)).contains(part)) {
            throw new ProblemException(PaymentBatchProblem.APPROVAL_NOT_NEEDED);
        }
        int round = round(id);
        List<Step> given = approvals(id, round);
        if (given.stream().anyMatch(step -> step.part() == part)) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT);
        }
        if (given.stream().anyMatch(step -> by.is(step.actor()))) {
            throw new ProblemException(CommonProblem.SAME_PERSON);
        }
        return done(batch, act, part, round, null, by);
    }

    Batch reject(UUID id, String ifMatch, String reason, Actor by) {
        Batch batch = lockedFor(id, ifMatch, by, Act.REJECTED);
        return done(batch, Act.REJECTED, FreeText.checked(reason), by);
    }

    /** Ends a batch before its freeze; its awards can be taken by another. */
    Batch cancel(UUID id, String ifMatch, String reason, Actor by) {
        Batch batch = lockedFor(id, ifMatch, by, Act.CANCELLED);
        lines.moveAll(id, LineState.DRAFT, LineState.VOID);
        return done(batch, Act.CANCELLED, FreeText.checked(reason), by);
    }

    /** A frozen batch is not changed: it is voided, its money is free again, and a new version begins as a draft. */
    Batch replace(UUID id, String ifMatch, String reason, Actor by) {
        Batch batch = lockedFor(id, ifMatch, by, Act.VOIDED);
        lines.moveAll(id, LineState.FROZEN, LineState.VOID);
        database.update("""
                update payment_line o set state = 'RETURNED', revision = o.revision + 1
                from payment_line n where n.batch_id = :batch and n.sequence is not null and n.reissue_of = o.id and o.state = 'REISSUED'
                """, Map.of("batch", id));
        funds.release(id, by);
        overpayments.follow(lines.awards(id), by);
        done(batch, Act.VOIDED, FreeText.checked(reason), by);
        return create(batch.selection(), id, by);
    }

    /** Awards, lines, bank and books agree: no line is open, the books moved exactly what the lines say, and the proof of it is kept. */
    Batch reconcile(UUID id, String ifMatch, Actor by) {
        Batch batch = lockedFor(id, ifMatch, by, Act.RECONCILED);
        refuseOpen(id, Set.of(LineState.FROZEN, LineState.SENT, LineState.RETURNED));
        Map<LineState, Long> fen = new EnumMap<>(LineState.class);
        lines.sums(id).forEach(sum -> fen.put(sum.state(), sum.fen()));
        List<ProblemException.FieldError> differences = new ArrayList<>();
        BOOKED.forEach((state, place) -> {
            long booked = funds.at(id, place);
            long stands = fen.getOrDefault(state, 0L);
            if (stands != booked) {
                differences.add(new ProblemException.FieldError(
                        state.name(),
                        "BOOKS_DIFFER",
                        Text.of("明细 %d 分，账簿 %d 分", "lines %d fen, books %d fen").formatted(stands, booked)));
            }
        });
        if (!differences.isEmpty()) {
            throw new ProblemException(PaymentBatchProblem.BOOKS_DIFFER, Text.of("", ""), differences);
        }
        if (!reconciliations.prove(id, by)) {
            throw new ProblemException(
                    PaymentBatchProblem.NOT_IN_AGREEMENT,
                    Text.of("差异逐条见对账结果。", "POST /reconciliations lists the differences line by line."));
        }
        return done(batch, Act.RECONCILED, null, by);
    }

    /** Only when every frozen fen was paid, paid again, or written back; never at 95 percent. */
    Batch close(UUID id, String ifMatch, Actor by) {
        Batch batch = lockedFor(id, ifMatch, by, Act.CLOSED);
        refuseUnended(id);
        return done(batch, Act.CLOSED, null, by);
    }

    private void refuseOpen(UUID id, Set<LineState> open) {
        refuse(database.list(
                "select id, state from payment_line where batch_id = :batch and state = any(:open) order by sequence limit 100",
                Map.of("batch", id, "open", open.stream().map(Enum::name).toList()),
                row -> difference(row.getString(1), row.getString(2))));
    }

    private void refuseUnended(UUID id) {
        refuse(database.list("""
                with recursive chain as (
                  select id as line_id, id as last_id, state, sequence from payment_line
                  where batch_id = :batch and sequence is not null
                  union all
                  select c.line_id, n.id, n.state, c.sequence
                  from chain c join payment_line n on n.reissue_of = c.last_id and n.state <> 'VOID' and n.sequence is not null
                  where c.state = 'REISSUED')
                select line_id, state from chain where state not in ('REISSUED', 'SETTLED', 'WRITTEN_BACK')
                order by sequence limit 100
                """, Map.of("batch", id), row -> difference(row.getString(1), row.getString(2))));
    }

    private static ProblemException.FieldError difference(String line, String state) {
        return new ProblemException.FieldError("lines/" + line, state, BatchLines.open(LineState.valueOf(state)));
    }

    private static void refuse(List<ProblemException.FieldError> open) {
        if (!open.isEmpty()) {
            throw new ProblemException(PaymentBatchProblem.LINES_OPEN, Text.of("", ""), open);
        }
    }

    /** The batch, locked, where the act can happen now and this person may do it. */
    Batch lockedFor(UUID id, String ifMatch, Actor by, Act act) {
        Batch batch = batches.lock(id, by.jurisdiction()).orElseThrow(ProblemException::notFound);
        if (ifMatch != null || act != Act.SENT) {
            Versions.require(ifMatch, batch.revision());
        }
        Row row = BatchTransitions.of(batch.state(), act)
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.STATE_CONFLICT,
                        Text.of("当前状态为 %s，不能执行 %s。", "In state %s there is no %s.")
                                .formatted(batch.state(), act)));
        if (!reaches(row.level(), batch, by.jurisdiction())) {
            throw new ProblemException(CommonProblem.ROLE_NOT_ALLOWED);
        }
        if (act.duty() != null
                && batches.steps(id).stream()
                        .anyMatch(step -> by.is(step.actor()) && step.duty() != null && step.duty() != act.duty())) {
            throw new ProblemException(CommonProblem.SAME_PERSON, DUTIES_APART);
        }
        return batch;
    }

    private static boolean reaches(Level level, Batch batch, Jurisdiction own) {
        return switch (level) {
            case OWN -> true;
            case TOWN -> own.isBureau() || own.coversTown(batch.town());
            case BUREAU -> own.isBureau();
        };
    }

    private Batch done(Batch batch, Act act, String reason, Actor by) {
        return done(batch, act, null, round(batch.id()), reason, by);
    }

    private Batch done(Batch batch, Act act, Approval part, int round, String reason, Actor by) {
        BatchState to = BatchTransitions.of(batch.state(), act).orElseThrow().to();
        batches.move(batch, to, act, part, round, reason, by);
        trail.record(
                by,
                "payment-batch." + act.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                SUBJECT,
                batch.subject(),
                reason,
                part == null ? Map.of() : Map.of("part", part));
        return batches.find(batch.id(), by.jurisdiction()).orElseThrow(ProblemException::notFound);
    }

    int round(UUID id) {
        return batches.steps(id).stream().mapToInt(Step::round).max().orElse(1);
    }

    Set<Approval> given(UUID id) {
        Set<Approval> parts = EnumSet.noneOf(Approval.class);
        approvals(id, round(id)).forEach(step -> parts.add(step.part()));
        return parts;
    }

    private List<Step> approvals(UUID id, int round) {
        return batches.steps(id).stream()
                .filter(step -> step.round() == round && step.part() != null)
                .toList();
    }
}
