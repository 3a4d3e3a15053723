package cn.gov.zhuozhou.aid.disbursement.paymentbatch;

import cn.gov.zhuozhou.aid.chassis.event.Outbox;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tells of payments that arrived or came back; written by one statement, for a bank's file holds any number of them. */
@ApplicationScoped
class PaymentEvents {
    static final String TOPIC = "aid-disbursement.payment";
    private static final String TYPES = "cn.gov.zhuozhou.aid.disbursement.Payment";

    private static final String TELL = """
            insert into outbox (topic, event_key, type, subject, revision, payload)
            select :topic, l.student_id::text, :types || case l.state when 'SETTLED' then 'Settled.v1' else 'Returned.v1' end,
                   l.id::text, l.revision,
                   (jsonb_build_object(
                     'lineId', l.id, 'revision', l.revision, 'studentId', l.student_id, 'awardId', l.award_id,
                     'batchId', l.batch_id, 'reissueOf', l.reissue_of, 'schoolCode', l.school_code, 'semester', b.semester,
                     'programme', b.programme, 'amountFen', l.amount_fen)
                    || case l.state
                         when 'SETTLED' then jsonb_build_object('settledOn', l.settled_at::date)
                         else jsonb_build_object('returnedOn', l.returned_on, 'reason', l.return_reason,
                                                 'reissueDue', l.reissue_due) end)::text
            from payment_line l join payment_batch b on b.id = l.batch_id
            where l.id = any(:lines) and l.state in ('SETTLED', 'RETURNED') order by l.id
            """;

    @Inject
    Database database;

    @Inject
    Outbox outbox;

    /** Of these lines, as they stand now. */
    void tell(List<UUID> lines) {
        database.update(TELL, Map.of("topic", TOPIC, "types", TYPES, "lines", lines));
        outbox.publishAfterCommit();
    }
}
