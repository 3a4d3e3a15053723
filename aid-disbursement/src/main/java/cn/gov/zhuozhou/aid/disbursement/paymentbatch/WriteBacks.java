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
import cn.gov.zhuozhou.aid.disbursement.SecondPerson;
import cn.gov.zhuozhou.aid.disbursement.funding.Funds;
import cn.gov.zhuozhou.aid.disbursement.recovery.Overpayments;
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

    private record Line(UUID id, UUID batchId, String state, long fen, UUID awardId) {}

    @Inject
    Database database;

    @Inject
    Funds funds;

    @Inject
    Overpayments overpayments;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    /** Must be called in a transaction. */
    WriteBack propose(UUID lineId, String reason, Actor by) {
        Line line = lock(lineId);
        refuseUnlessReturned(line);
        UUID id = Ids.next();
        int proposed = database.update(
                """
                insert into payment_write_back (id, line_id, state, reason, proposed_by, proposed_name, proposed_at)
                values (:id, :line, 'PROPOSED', :reason, :by, :name, :now)
                on conflict (line_id) where state <> 'REFUSED' do nothing
                """,
                Values.of("id", id)
                        .and("line", lineId)
                        .and("reason", FreeText.checked(reason))
                        .and("by", by.id())
                        .and("name", by.name())
                        .and("now", clock.now()));
        if (proposed == 0) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT);
        }
        trail.record(by, "payment-line.write-back-proposed", "payment-line", lineId.toString(), reason);
        return find(id);
    }

    /** Must be called in a transaction. */
    WriteBack decide(UUID id, boolean approved, Actor by) {
        UUID lineId = find(id).lineId();
        Line line = lock(lineId);
        WriteBack asked = find(id);
        SecondPerson.require("PROPOSED".equals(asked.state()), asked.proposedBy(), by);
        database.update(
                "update payment_write_back set state = :state, decided_by = :by, decided_at = :now where id = :id",
                Map.of("state", approved ? "DECIDED" : "REFUSED", "by", by.id(), "now", clock.now(), "id", id));
        if (approved) {
            refuseUnlessReturned(line);
            database.update(
                    "update payment_line set state = 'WRITTEN_BACK', revision = revision + 1 where id = :id",
                    Map.of("id", lineId));
            funds.writeBack(line.batchId(), line.fen(), by);
            overpayments.follow(List.of(line.awardId()), by);
        }
        trail.record(
                by,
                approved ? "payment-line.written-back" : "payment-line.write-back-refused",
                "payment-line",
                lineId.toString(),
                null);
        return find(id);
    }

    private Line lock(UUID lineId) {
        return database.first(
                        """
                        select l.id, l.batch_id, l.state, l.amount_fen, l.award_id
                        from payment_line l join payment_batch b on b.id = l.batch_id where l.id = :id for update
                        """,
                        Map.of("id", lineId),
                        row -> new Line(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getString(3),
                                row.getLong(4),
                                row.getObject(5, UUID.class)))
                .orElseThrow(ProblemException::notFound);
    }

    /** Neither where it is in the draft of a reissue. */
    private void refuseUnlessReturned(Line line) {
        boolean again = database.number(
                        "select count(*) from payment_line where reissue_of = :id and state <> 'VOID'",
                        Map.of("id", line.id()))
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
