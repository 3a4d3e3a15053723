package cn.gov.zhuozhou.aid.disbursement.feereceipt;

import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Fee;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Puts receipts beside the awards of the same person and semester and finds what was collected though it is waived. */
@ApplicationScoped
class CollectedFees {
    private static final int AT_ONCE = 1_000;
    private static final UUID FROM_THE_FIRST = new UUID(0, 0);

    /** Receipts, each as often as there are awards beside it, and once where there are none. */
    private static final String BESIDE = "select " + FeeReceipts.COLUMNS + """
            , a.id, a.programme, a.programme_name, a.school_code, a.amount_fen, a.state, coalesce(g.waives, '{}'), d.title_zh
            from (%s) r
            left join fee_receipt_award w on w.receipt_id = r.id
            left join award a on a.id = w.award_id
            left join policy_programme g on g.policy_version = split_part(a.policy_version, '/', 1) and g.code = a.programme
            left join document d on d.policy_version = g.policy_version and d.code = g.document
            order by r.id, a.id
            """;

    private static final String NEXT = BESIDE.formatted("""
            select * from fee_receipt_now n
            where n.semester = :semester and n.id > :after and (:school::text is null or n.school_code = :school)
              and (:ownSchool::text is null or n.school_code = :ownSchool)
              and (:ownTown::text is null or n.school_town = :ownTown)
              and exists (select from fee_receipt_award x where x.receipt_id = n.id)
            order by n.id limit :limit
            """);

    private static final String THESE =
            BESIDE.formatted("select * from fee_receipt_now n where n.id = any (:receipts)");

    @Inject
    Database database;

    /** The next ones after a receipt, in the order of the receipts. */
    List<CollectedThenWaived> after(UUID receipt, Semester semester, String school, Jurisdiction own, int most) {
        List<CollectedThenWaived> found = new ArrayList<>();
        UUID after = receipt == null ? FROM_THE_FIRST : receipt;
        Map<FeeReceipt, List<Waiver>> portion;
        do {
            portion = next(after, semester, school, own);
            for (Map.Entry<FeeReceipt, List<Waiver>> one : portion.entrySet()) {
                CollectedThenWaived.of(one.getKey(), one.getValue()).ifPresent(found::add);
                after = one.getKey().id();
            }
        } while (portion.size() == AT_ONCE && found.size() < most);
        return found.subList(0, Math.min(found.size(), most));
    }

    /** These receipts, each with all awards of its person and semester. */
    Map<FeeReceipt, List<Waiver>> of(Collection<UUID> receipts) {
        return beside(THESE, Map.of("receipts", receipts));
    }

    private Map<FeeReceipt, List<Waiver>> next(UUID after, Semester semester, String school, Jurisdiction own) {
        return beside(
                NEXT,
                Values.of(own.parameters())
                        .and("semester", semester.code())
                        .and("school", school)
                        .and("after", after)
                        .and("limit", AT_ONCE));
    }

    private Map<FeeReceipt, List<Waiver>> beside(String sql, Map<String, ?> values) {
        Map<FeeReceipt, List<Waiver>> beside = new LinkedHashMap<>();
        database.forEach(sql, values, row -> {
            List<Waiver> awards = beside.computeIfAbsent(FeeReceipts.read(row, 1), receipt -> new ArrayList<>());
            if (row.getObject(12) != null) {
                awards.add(waiver(row));
            }
        });
        return beside;
    }

    private static Waiver waiver(ResultSet row) throws SQLException {
        return new Waiver(
                row.getObject(12, UUID.class),
                row.getString(13),
                row.getString(14),
                row.getString(15),
                row.getObject(16, Long.class),
                row.getString(17),
                Rows.strings(row, 18).stream().map(Fee::valueOf).collect(Collectors.toSet()),
                row.getString(19));
    }
}
