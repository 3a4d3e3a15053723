package cn.gov.zhuozhou.aid.disbursement.paymentbatch;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.disbursement.FreeText;
import cn.gov.zhuozhou.aid.disbursement.ledger.Account;
import cn.gov.zhuozhou.aid.disbursement.ledger.Ledger;
import cn.gov.zhuozhou.aid.disbursement.ledger.Posting;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.SourceDraw;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.SourceDraw.Share;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Money that came back and cannot be paid again goes back to its sources; one person proposes it, another decides. */
@ApplicationScoped
class WriteBacks {
    /** A proposal and what came of it. */
    record WriteBack(UUID id, UUID lineId, String state, String reason, String proposedBy, String decidedBy) {}

    private record Line(UUID id, UUID batchId, String state, long fen, String programme, String semester) {}

    @Inject
    Database database;

    @Inject
    Ledger ledger;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    /** Must be called in a transaction. */
    WriteBack propose(UUID lineId, String reason, Actor by) {
        Line line = lock(lineId);
        refuseUnlessReturned(line);
        UUID id = Ids.next();
        database.update(
                """
                insert into payment_write_back (id, line_id, state, reason, proposed_by, proposed_name, proposed_at)
                values (:id, :line, 'PROPOSED', :reason, :by, :name, :now)
                """,
                Values.of("id", id)
                        .and("line", lineId)
                        .and("reason", FreeText.checked(reason))
                        .and("by", by.id())
                        .and("name", by.name())
                        .and("now", clock.now()));
        trail.record(by, "payment-line.write-back-proposed", "payment-line", lineId.toString(), reason);
        return find(id);
    }

    /** Must be called in a transaction. */
    WriteBack decide(UUID id, boolean approved, Actor by) {
        UUID lineId = find(id).lineId();
        Line line = lock(lineId);
        WriteBack asked = find(id);
        if (!"PROPOSED".equals(asked.state())) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT);
        }
        if (by.is(asked.proposedBy())) {
            throw new ProblemException(CommonProblem.SAME_PERSON);
        }
        database.update(
                "update payment_write_back set state = :state, decided_by = :by, decided_at = :now where id = :id",
                Map.of("state", approved ? "DECIDED" : "REFUSED", "by", by.id(), "now", clock.now(), "id", id));
        if (approved) {
            refuseUnlessReturned(line);
            database.update(
                    "update payment_line set state = 'WRITTEN_BACK', revision = revision + 1 where id = :id", Map.of("id", lineId));
            giveBack(line, by);
        }
        trail.record(
                by,
                approved ? "payment-line.written-back" : "payment-line.write-back-refused",
                "payment-line",
                lineId.toString(),
                null);
        return find(id);
    }

    private void giveBack(Line line, Actor by) {
        UUID first = database.first(
                        """
                        with recursive chain as (
                          select id, batch_id, reissue_of from payment_line where id = :line
                          union all
                          select o.id, o.batch_id, o.reissue_of from chain c join payment_line o on o.id = c.reissue_of)
                        select batch_id from chain where reissue_of is null
                        """,
                        Map.of("line", line.id()),
                        row -> row.getObject(1, UUID.class))
                .orElseThrow();
        List<Share> shares = SourceDraw.of(
                line.fen(),
                database.list(
                        """
                        select source, drawn_fen - written_back_fen from payment_source
                        where batch_id = :batch and drawn_fen > written_back_fen order by source desc for update
                        """,
                        Map.of("batch", first),
                        row -> new Share(row.getString(1), row.getLong(2))));
        if (SourceDraw.sum(shares) != line.fen()) {
            throw new IllegalStateException("batch " + first + " did not draw what line " + line.id() + " gives back");
        }
        var posting =
                Posting.of(Posting.Kind.WRITE_BACK, line.batchId(), line.semester(), clock.today());
        for (Share share : shares) {
            posting.move(
                    Account.returned(line.programme()), Account.available(share.source(), line.programme()), share.fen());
        }
        ledger.post(posting.done(), by);
        database.batch(
                "update payment_source set written_back_fen = written_back_fen + :fen where batch_id = :batch and source = :source",
                shares,
                share -> Map.of("fen", share.fen(), "batch", first, "source", share.source()));
    }

    private Line lock(UUID lineId) {
        return database.first(
                        """
                        select l.id, l.batch_id, l.state, l.amount_fen, b.programme, b.semester
                        from payment_line l join payment_batch b on b.id = l.batch_id where l.id = :id for update
                        """,
                        Map.of("id", lineId),
                        row -> new Line(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getString(3),
                                row.getLong(4),
                                row.getString(5),
                                row.getString(6)))
                .orElseThrow(ProblemException::notFound);
    }

    /** Neither where it is in the draft of a reissue. */
    private void refuseUnlessReturned(Line line) {
        boolean again = database.number(
                        "select count(*) from payment_line where reissue_of = :id and state <> 'VOID'", Map.of("id", line.id()))
                > 0;
        if (again || !"RETURNED".equals(line.state())) {
            throw new ProblemException(PaymentBatchProblem.LINE_NOT_RETURNED);
        }
    }

    WriteBack find(UUID id) {
        return database.first(
                        "select id, line_id, state, reason, proposed_by, decided_by from payment_write_back where id = :id",
                        Map.of("id", id),
                        row -> new WriteBack(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6)))
                .orElseThrow(ProblemException::notFound);
    }
}
