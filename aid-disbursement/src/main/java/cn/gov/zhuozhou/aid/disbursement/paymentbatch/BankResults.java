package cn.gov.zhuozhou.aid.disbursement.paymentbatch;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessCalendar;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.disbursement.bank.BankBatches.Applied;
import cn.gov.zhuozhou.aid.disbursement.bank.BankResult;
import cn.gov.zhuozhou.aid.disbursement.funding.BatchPlace;
import cn.gov.zhuozhou.aid.disbursement.funding.Funds;
import cn.gov.zhuozhou.aid.disbursement.payee.Payees;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BankWord;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BankWord.Said;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BatchState;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BatchTransitions.Act;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.LineState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Applies what the bank says, set by set; what was heard before changes nothing. What an award has received stays the same: a line that
 * came back is under way until it is written back. Must be called in a transaction.
 */
@ApplicationScoped
class BankResults {
    /** A line as the bank's word finds it, and what came of the word. */
    private static final class Heard {
        final UUID id;
        final UUID batchId;
        final UUID accountId;
        final long fen;
        LineState state;
        boolean oncePaid;

        Heard(UUID id, UUID batchId, UUID accountId, long fen, LineState state, boolean oncePaid) {
            this.id = id;
            this.batchId = batchId;
            this.accountId = accountId;
            this.fen = fen;
            this.state = state;
            this.oncePaid = oncePaid;
        }
    }

    /** One change of a line. */
    private record Change(Heard line, LineState from, LineState to, BankResult said, LocalDate day) {}

    /** What one transaction of the books is about. */
    private record Moved(UUID batchId, LineState from, LineState to, LocalDate day) {}

    private static final String LOCK = """
            select b.id from payment_batch b
            where b.id in (select l.batch_id from payment_line l where l.end_to_end_id = any(:identities))
            order by b.id for update
            """;
    private static final String FIND = """
            select l.end_to_end_id, l.id, l.batch_id, l.account_id, l.amount_fen, l.state, l.settled_at is not null
            from payment_line l where l.end_to_end_id = any(:identities)
            """;
    // Batches whose line it is, and those it pays again.
    private static final String CONCERNED = """
            with recursive chain as (
              select id, batch_id, reissue_of from payment_line where id = any(:lines)
              union
              select o.id, o.batch_id, o.reissue_of from chain c join payment_line o on o.id = c.reissue_of)
            select distinct batch_id from chain order by batch_id
            """;

    @Inject
    BatchStore batches;

    @Inject
    BatchActs acts;

    @Inject
    PaymentTerms terms;

    @Inject
    PaymentEvents events;

    @Inject
    Funds funds;

    @Inject
    Payees payees;

    @Inject
    BusinessClock clock;

    @Inject
    BusinessCalendar calendar;

    @Inject
    Trail trail;

    @Inject
    Database database;

    List<Applied> apply(UUID returnId, List<BankResult> said, Actor by) {
        if (said.isEmpty()) {
            return List.of();
        }
        Map<String, Heard> known = known(said);
        List<Applied> applied = new ArrayList<>(said.size());
        Map<Heard, Change> wave = new LinkedHashMap<>();
        Map<Moved, Long> moved = new LinkedHashMap<>();
        Set<UUID> touched = new LinkedHashSet<>();
        for (BankResult word : said) {
            Heard line = known.get(word.endToEndId());
            BankWord effect = line == null
                    ? new BankWord(BankWord.Effect.UNKNOWN_LINE, null)
                    : BankWord.of(line.state, line.oncePaid, line.fen, SAID.get(word.outcome()), word.amountFen());
            applied.add(APPLIED.get(effect.effect()));
            if (effect.becomes() != null) {
                if (wave.containsKey(line)) {
                    write(wave, by);
                }
                touched.add(line.id);
                LocalDate day = word.valueDate() == null ? clock.today() : word.valueDate();
                wave.put(line, new Change(line, line.state, effect.becomes(), word, day));
                moved.merge(new Moved(line.batchId, line.state, effect.becomes(), day), line.fen, Long::sum);
                line.state = effect.becomes();
                line.oncePaid |= effect.becomes() == LineState.SETTLED;
            }
        }
        write(wave, by);
        follow(List.copyOf(touched), moved, returnId, by);
        return applied;
    }

    private static final Map<BankResult.Outcome, Said> SAID = new EnumMap<>(Map.of(
            BankResult.Outcome.SETTLED, Said.PAID,
            BankResult.Outcome.RETURNED, Said.RETURNED,
            BankResult.Outcome.PENDING, Said.PENDING));

    private static final Map<BankWord.Effect, Applied> APPLIED = new EnumMap<>(Map.of(
            BankWord.Effect.DONE, Applied.DONE,
            BankWord.Effect.ALREADY, Applied.ALREADY,
            BankWord.Effect.UNKNOWN_LINE, Applied.UNKNOWN_LINE,
            BankWord.Effect.AMOUNT_DIFFERS, Applied.AMOUNT_DIFFERS,
            BankWord.Effect.STATE_CONFLICT, Applied.STATE_CONFLICT));

    private Map<String, Heard> known(List<BankResult> said) {
        Map<String, ?> identities = Map.of(
                "identities",
                said.stream().map(BankResult::endToEndId).distinct().toList());
        database.list(LOCK, identities, row -> true);
        Map<String, Heard> known = new HashMap<>();
        database.forEach(
                FIND,
                identities,
                row -> known.put(
                        row.getString(1),
                        new Heard(
                                row.getObject(2, UUID.class),
                                row.getObject(3, UUID.class),
                                row.getObject(4, UUID.class),
                                row.getLong(5),
                                LineState.valueOf(row.getString(6)),
                                row.getBoolean(7))));
        return known;
    }

    private void write(Map<Heard, Change> wave, Actor by) {
        List<Change> settled =
                wave.values().stream().filter(c -> c.to() == LineState.SETTLED).toList();
        if (!settled.isEmpty()) {
            database.update("""
                    update payment_line l set state = 'SETTLED', revision = revision + 1, settled_at = t.day::date + time '12:00'
                    from unnest(:lines, :days) as t (id, day) where l.id = t.id
                    """, Map.of("lines", ids(settled), "days", days(settled)));
        }
        List<Change> returned =
                wave.values().stream().filter(c -> c.to() == LineState.RETURNED).toList();
        if (!returned.isEmpty()) {
            database.update(
                    """
                    update payment_line l set state = 'RETURNED', revision = revision + 1, returned_on = t.day::date,
                      return_reason = nullif(t.reason, ''), return_text = nullif(t.said, ''), reissue_due = :due
                    from unnest(:lines, :days, :reasons, :texts) as t (id, day, reason, said) where l.id = t.id
                    """,
                    Map.of(
                            "lines", ids(returned),
                            "days", days(returned),
                            "reasons",
                                    returned.stream()
                                            .map(c -> orEmpty(c.said().reason()))
                                            .toList(),
                            "texts",
                                    returned.stream()
                                            .map(c -> orEmpty(c.said().reasonText()))
                                            .toList(),
                            "due",
                                    calendar.workingDays()
                                            .after(clock.today(), terms.term().reissueDays())));
            Map<UUID, String> reasons = new LinkedHashMap<>();
            returned.forEach(change -> reasons.putIfAbsent(
                    change.line().accountId, orEmpty(change.said().reason())));
            payees.needsUpdate(reasons, by);
        }
        wave.clear();
    }

    private void follow(List<UUID> changed, Map<Moved, Long> moved, UUID returnId, Actor by) {
        if (changed.isEmpty()) {
            return;
        }
        Map<UUID, Batch> concerned = new LinkedHashMap<>();
        database.list(CONCERNED, Map.of("lines", changed), row -> row.getObject(1, UUID.class))
                .forEach(id ->
                        concerned.put(id, batches.lock(id, Jurisdiction.BUREAU).orElseThrow()));
        moved.forEach((what, fen) -> book(what, fen, by));
        concerned.values().forEach(batch -> move(batch, returnId, by));
        events.tell(changed);
    }

    private void book(Moved what, long fen, Actor by) {
        if (what.to() == LineState.SETTLED) {
            funds.settle(what.batchId(), fen, what.day(), by);
        } else if (what.from() == LineState.SENT) {
            funds.returned(what.batchId(), fen, what.day(), by);
        } else {
            funds.cameBack(what.batchId(), fen, what.day(), by);
        }
    }

    /**
     * The batch stands where its money stands, which the books of its funds say without its lines being counted anew; one that was
     * through goes back where money came back.
     */
    private void move(Batch batch, UUID returnId, Actor by) {
        Optional<Act> act = act(batch, funds.at(batch.id(), BatchPlace.PAID) == batch.frozenFen());
        act.ifPresent(happened -> {
            batches.move(
                    batch,
                    happened == Act.ALL_PAID ? BatchState.PAID : BatchState.PARTLY_PAID,
                    happened,
                    null,
                    acts.round(batch.id()),
                    null,
                    by);
            trail.record(
                    by,
                    "payment-batch.bank-said",
                    BatchActs.SUBJECT,
                    batch.subject(),
                    null,
                    Map.of("return", returnId, "state", happened));
        });
    }

    private Optional<Act> act(Batch batch, boolean all) {
        return switch (batch.state()) {
            case SENT_TO_BANK, PARTLY_PAID -> Optional.of(all ? Act.ALL_PAID : Act.SOME_PAID);
            case PAID -> all ? Optional.empty() : Optional.of(Act.CAME_BACK);
            case RECONCILED, CLOSED -> endsAgain(batch) ? Optional.of(Act.CAME_BACK) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private boolean endsAgain(Batch batch) {
        return database.number("""
                        with recursive chain as (
                          select id as last_id, state from payment_line where batch_id = :batch and sequence is not null
                          union all
                          select n.id, n.state
                          from chain c join payment_line n on n.reissue_of = c.last_id and n.state <> 'VOID' and n.sequence is not null
                          where c.state = 'REISSUED')
                        select count(*) from chain where state in ('FROZEN', 'SENT', 'RETURNED')
                        """, Map.of("batch", batch.id())) > 0;
    }

    private static List<UUID> ids(List<Change> changes) {
        return changes.stream().map(change -> change.line().id).toList();
    }

    private static List<String> days(List<Change> changes) {
        return changes.stream().map(change -> change.day().toString()).toList();
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
