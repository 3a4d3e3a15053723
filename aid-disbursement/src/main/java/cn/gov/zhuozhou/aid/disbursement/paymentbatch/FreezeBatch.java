package cn.gov.zhuozhou.aid.disbursement.paymentbatch;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.disbursement.award.FreezeCheck;
import cn.gov.zhuozhou.aid.disbursement.funding.Funds;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.Approval;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BatchTransitions.Act;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Freezes a batch: every line is checked once more, what does not pass leaves with its reasons, the rest gets its identity for ever and
 * its money. One pupil who moved away does not hold up a county: the batch goes on without him, and can only have become smaller
 * than what was approved.
 */
@ApplicationScoped
class FreezeBatch {
    private static final Reason TWO_RECORDS = new Reason(
            "A01.SAME_PERSON", "同一人的两条学籍在同一学期重复领取", "Two records of one person would both be paid this semester", null);
    private static final Reason ACCOUNT_GONE =
            new Reason("A10.ACCOUNT_NOT_CONFIRMED", "没有已确认的收款账户", "There is no confirmed account", null);
    private static final Reason ACCOUNT_ASKED_AGAIN = new Reason(
            "A10.ACCOUNT_ASKED_AGAIN", "收款账户的持卡人须重新核对", "The holder of the account has to be proven again", null);
    private static final Reason AMOUNT_CHANGED = new Reason(
            "A07.AMOUNT_CHANGED", "应付金额在编制批次后发生变化", "What is to be paid changed since the batch was made", null);
    private static final Set<String> TRUE_OF_EVERY_REISSUE = Set.of("A01.NOTHING_TO_PAY");

    // Of lines of one person, by the record that counts in his place, only the first may be paid; none where another
    // record was.
    private static final String SAME_PERSON = """
            select id from (
              select l.id, row_number() over (partition by coalesce(p.merged_into, p.student_id) order by l.id) as nth,
                     exists (
                       select from pupil q join award x on x.student_id = q.student_id and x.semester = a.semester
                         and x.programme = a.programme
                       join payment_line y on y.award_id = x.id and y.state in ('FROZEN', 'SENT', 'SETTLED', 'RETURNED')
                       where q.student_id <> p.student_id
                         and (q.student_id = p.merged_into or q.merged_into = coalesce(p.merged_into, p.student_id))) as paid
              from payment_line l join award a on a.id = l.award_id join pupil p on p.student_id = l.student_id
              where l.batch_id = :batch and l.state = 'DRAFT') x
            where nth > 1 or paid
            """;

    private static final String IN_ORDER = """
            select id, account_id, amount_fen, row_number() over (order by school_code, student_id, id) as place,
                   upper(replace(id::text, '-', '')) as identity
            from payment_line where batch_id = :batch and state = 'DRAFT'
            """;

    /** What a draft line is checked against. */
    private record Draft(
            UUID lineId, UUID awardId, long fen, boolean reissue, boolean hasAccount, boolean askedAgain) {}

    @Inject
    BatchActs acts;

    @Inject
    BatchStore batches;

    @Inject
    BatchLines lines;

    @Inject
    PaymentTerms terms;

    @Inject
    FreezeCheck check;

    @Inject
    Funds funds;

    @Inject
    Trail trail;

    @Inject
    Database database;

    /** Must be called in a transaction. */
    Batch freeze(UUID id, String ifMatch, Actor by) {
        Batch batch = acts.lockedFor(id, ifMatch, by, Act.FROZEN);
        Set<Approval> missing = terms.bands().missing(lines.draftedFen(id), acts.given(id));
        if (!missing.isEmpty()) {
            throw new ProblemException(
                    PaymentBatchProblem.APPROVALS_MISSING,
                    Text.of("尚缺：%s", "missing: %s").formatted(missing));
        }
        renewAccounts(id);
        Map<UUID, List<Reason>> refused = refused(id);
        lines.leave(id, refused);
        identify(batch, by);
        Batch frozen = batches.find(id, by.jurisdiction()).orElseThrow();
        fund(frozen, by);
        trail.record(
                by,
                "payment-batch.frozen",
                BatchActs.SUBJECT,
                batch.subject(),
                null,
                Map.of(
                        "lines", frozen.frozenLines(),
                        "fen", frozen.frozenFen(),
                        "sha256", frozen.frozenSha256(),
                        "leftOut", refused.size()));
        return frozen;
    }

    private void renewAccounts(UUID id) {
        database.update(
                "update payment_line l set account_id = y.account_id from " + PayeeAccounts.PAYABLE + " y"
                        + " where l.batch_id = :batch and l.state = 'DRAFT' and y.student_id = l.student_id"
                        + " and y.account_id <> l.account_id",
                Map.of("batch", id));
    }

    private Map<UUID, List<Reason>> refused(UUID id) {
        List<Draft> drafts = database.list(
                """
                select l.id, l.award_id, l.amount_fen, l.reissue_of is not null, y.account_id is not null,
                  l.student_id in %s
                from payment_line l left join %s y on y.student_id = l.student_id
                where l.batch_id = :batch and l.state = 'DRAFT' order by l.id
                """.formatted(PayeeAccounts.ASKED_AGAIN, PayeeAccounts.PAYABLE),
                Map.of("batch", id),
                row -> new Draft(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getLong(3),
                        row.getBoolean(4),
                        row.getBoolean(5),
                        row.getBoolean(6)));
        Map<UUID, FreezeCheck.Verdict> verdicts = new HashMap<>();
        check.of(drafts.stream().map(Draft::awardId).toList())
                .forEach(verdict -> verdicts.put(verdict.awardId(), verdict));
        Map<UUID, List<Reason>> refused = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            List<Reason> against = against(draft, verdicts.get(draft.awardId()));
            if (!against.isEmpty()) {
                refused.put(draft.lineId(), against);
            }
        }
        database.list(SAME_PERSON, Map.of("batch", id), row -> row.getObject(1, UUID.class))
                .forEach(line ->
                        refused.computeIfAbsent(line, any -> new ArrayList<>()).add(TWO_RECORDS));
        return refused;
    }

    private static List<Reason> against(Draft draft, FreezeCheck.Verdict verdict) {
        List<Reason> against = new ArrayList<>(verdict.refusals());
        if (draft.reissue()) {
            against.removeIf(reason -> TRUE_OF_EVERY_REISSUE.contains(reason.code()));
        } else if (verdict.ok() && verdict.payableFen() != draft.fen()) {
            against.add(AMOUNT_CHANGED);
        }
        if (!draft.hasAccount()) {
            against.add(draft.askedAgain() ? ACCOUNT_ASKED_AGAIN : ACCOUNT_GONE);
        }
        return against;
    }

    private record Content(int lines, long fen, String sha256) {}

    private void identify(Batch batch, Actor by) {
        Map<String, ?> values = Map.of("batch", batch.id());
        Content content = database.first(
                        "select count(*)::int, coalesce(sum(amount_fen), 0)::bigint, encode(sha256(convert_to(coalesce(string_agg("
                                + "concat_ws('|', place, identity, account_id, amount_fen), e'\\n' order by place), ''), 'UTF8')), 'hex')"
                                + " from (" + IN_ORDER + ") l",
                        values,
                        row -> new Content(row.getInt(1), row.getLong(2), row.getString(3)))
                .orElseThrow();
        if (content.lines() == 0) {
            throw new ProblemException(PaymentBatchProblem.NOTHING_TO_PAY);
        }
        batches.freeze(batch, content.lines(), content.fen(), content.sha256(), acts.round(batch.id()), by);
        if (batch.kind() == Batch.Kind.REISSUE) {
            database.update("""
                    update payment_line o set state = 'REISSUED', revision = o.revision + 1
                    from payment_line n where n.batch_id = :batch and n.state = 'DRAFT' and n.reissue_of = o.id
                    """, values);
        }
        int frozen = database.update(
                "update payment_line l set state = 'FROZEN', revision = revision + 1, sequence = o.place, end_to_end_id = o.identity"
                        + " from (" + IN_ORDER + ") o where o.id = l.id",
                values);
        database.analyzeIfManyChanged("payment_line", frozen);
    }

    /** No batch beyond its funds: the money leaves its sources here, and what is paid again what came back. */
    private void fund(Batch batch, Actor by) {
        if (batch.kind() == Batch.Kind.REGULAR) {
            funds.reserve(batch.id(), batch.programme(), Semester.parse(batch.semester()), batch.frozenFen(), by);
            return;
        }
        database.list("""
                        select o.batch_id, sum(o.amount_fen)::bigint
                        from payment_line n join payment_line o on o.id = n.reissue_of
                        where n.batch_id = :batch and n.state = 'FROZEN' group by o.batch_id order by o.batch_id
                        """, Map.of("batch", batch.id()), row -> Map.entry(row.getObject(1, UUID.class), row.getLong(2)))
                .forEach(from -> funds.reissue(from.getKey(), batch.id(), from.getValue(), by));
    }
}
