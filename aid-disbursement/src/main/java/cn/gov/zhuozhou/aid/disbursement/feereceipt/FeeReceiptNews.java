package cn.gov.zhuozhou.aid.disbursement.feereceipt;

import cn.gov.zhuozhou.aid.chassis.event.OutboundEvent;
import cn.gov.zhuozhou.aid.chassis.event.Outbox;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.disbursement.award.AwardsStepped;
import cn.gov.zhuozhou.aid.disbursement.award.RecordMerged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Tells what receipts and awards make of each other, in the transaction that changes either, and only what differs from what was told. */
@ApplicationScoped
class FeeReceiptNews {
    private static final String OF_AWARDS = """
            select distinct r.id
            from award a
            join same_person s on s.student_id = a.student_id
            join fee_receipt r on r.student_id = s.record_id and r.semester = a.semester
            where a.id = any (:awards)
            order by r.id
            """;

    private static final String TOLD = """
            insert into fee_receipt_told as t (receipt_id, revision, left_fen, waived_by)
            select :receipt, 1, :left, :awards
            where :fault or exists (select from fee_receipt_told o where o.receipt_id = :receipt)
            on conflict (receipt_id) do update
              set revision = t.revision + 1, left_fen = excluded.left_fen, waived_by = excluded.waived_by
              where (t.left_fen, t.waived_by) <> (excluded.left_fen, excluded.waived_by)
            returning revision
            """;

    @Inject
    CollectedFees fees;

    @Inject
    Database database;

    @Inject
    Outbox outbox;

    void onAwards(@Observes AwardsStepped awards) {
        tell(database.list(OF_AWARDS, Map.of("awards", awards.awardIds()), row -> row.getObject(1, UUID.class)));
    }

    /** What was collected under the record that fell away is beside the awards of the one that counts. */
    void onMerged(@Observes RecordMerged merged) {
        tell(database.list(
                "select id from fee_receipt where student_id = :student order by id",
                Map.of("student", merged.studentId()),
                row -> row.getObject(1, UUID.class)));
    }

    void tell(Collection<UUID> receipts) {
        if (receipts.isEmpty()) {
            return;
        }
        List<OutboundEvent> news = new ArrayList<>();
        fees.of(receipts).forEach((receipt, awards) -> news(receipt, awards).ifPresent(news::add));
        outbox.append(news);
    }

    private Optional<OutboundEvent> news(FeeReceipt receipt, List<Waiver> awards) {
        List<Waiver> waivedBy = CollectedThenWaived.waiving(receipt, awards);
        return database.first(
                TOLD,
                Values.of("receipt", receipt.id())
                        .and("left", receipt.leftFen())
                        .and("awards", waivedBy.stream().map(Waiver::awardId).toList())
                        .and("fault", CollectedThenWaived.of(receipt, awards).isPresent()),
                row -> FeeReceiptChanged.of(receipt, waivedBy, row.getLong(1)).outbound());
    }
}
