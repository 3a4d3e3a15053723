package cn.gov.zhuozhou.aid.inspection.datacheck;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Database.RowReader;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.inspection.datacheck.rule.PupilRecord;
import cn.gov.zhuozhou.aid.inspection.datacheck.rule.PupilRecord.Award;
import cn.gov.zhuozhou.aid.inspection.datacheck.rule.PupilRecord.Eligibility;
import cn.gov.zhuozhou.aid.inspection.datacheck.rule.PupilRecord.FeeReceipt;
import cn.gov.zhuozhou.aid.inspection.datacheck.rule.PupilRecord.Payment;
import cn.gov.zhuozhou.aid.inspection.mirror.AssignmentState;
import cn.gov.zhuozhou.aid.inspection.mirror.AwardState;
import cn.gov.zhuozhou.aid.inspection.mirror.DataCheckConfig;
import cn.gov.zhuozhou.aid.inspection.mirror.EligibilityState;
import cn.gov.zhuozhou.aid.inspection.mirror.EnrolmentState;
import cn.gov.zhuozhou.aid.inspection.mirror.Fee;
import cn.gov.zhuozhou.aid.inspection.mirror.PaymentState;
import cn.gov.zhuozhou.aid.inspection.mirror.Stage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts together what is known of many pupils at once, in five queries. */
@ApplicationScoped
class PupilRecords {
    private static final String PUPILS = """
            select p.student_id, p.school_code, p.school_town, p.stage, p.boarding, p.enrolment_state,
              e.semester, e.state, e.identified, e.valid_basis,
              e.received_at > clock_timestamp() - :follow * interval '1 ms'
            from pupil p
            left join lateral (select * from eligibility where eligibility.student_id = p.student_id
              order by semester_start desc, revision desc limit 1) e on true
            where p.student_id = any (:students)""";

    private static final String AWARDS = """
            select student_id, semester, programme, state, county_cash_fen, set_off_fen, given_back_fen, decided_at
            from award where student_id = any (:students)""";

    private static final String PAYMENTS = """
            select student_id, line_id, reissue_of, semester, programme, amount_fen, state, day, reissue_due
            from payment where student_id = any (:students)""";

    private static final String FEE_RECEIPTS = """
            select student_id, semester, fee, number, left_fen, waived_by
            from fee_receipt where student_id = any (:students)""";

    private static final String ASSIGNMENTS =
            "select student_id, state from assignment where student_id = any (:students)";

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    @Inject
    DataCheckConfig config;

    /** Pupils the registry has not told of yet are left out. */
    List<PupilRecord> of(Collection<UUID> studentIds) {
        if (studentIds.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<Award>> awards = byStudent(
                AWARDS,
                studentIds,
                row -> new Award(
                        Semester.parse(row.getString(2)),
                        row.getString(3),
                        Rows.constant(row, 4, AwardState.class),
                        row.getObject(5, Long.class),
                        row.getLong(6),
                        row.getLong(7),
                        dayOf(Rows.instant(row, 8))));
        Map<UUID, List<Payment>> payments = byStudent(PAYMENTS, studentIds, PupilRecords::payment);
        Map<UUID, List<FeeReceipt>> feeReceipts = byStudent(FEE_RECEIPTS, studentIds, PupilRecords::feeReceipt);
        Map<UUID, List<AssignmentState>> assignments =
                byStudent(ASSIGNMENTS, studentIds, row -> Rows.constant(row, 2, AssignmentState.class));
        return database.list(
                PUPILS, Map.of("students", studentIds, "follow", config.follow().toMillis()), row -> {
                    UUID id = row.getObject(1, UUID.class);
                    return pupil(
                            row,
                            awards.getOrDefault(id, List.of()),
                            payments.getOrDefault(id, List.of()),
                            feeReceipts.getOrDefault(id, List.of()),
                            assignments.getOrDefault(id, List.of()));
                });
    }

    /** What the rows hold, by the pupil in their first column. */
    private <T> Map<UUID, List<T>> byStudent(String sql, Collection<UUID> studentIds, RowReader<T> reader) {
        Map<UUID, List<T>> found = new HashMap<>();
        database.forEach(
                sql,
                Map.of("students", studentIds),
                row -> found.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                        .add(reader.read(row)));
        return found;
    }

    private LocalDate dayOf(Instant moment) {
        return moment == null ? null : clock.dayOf(moment);
    }

    private static Payment payment(ResultSet row) throws SQLException {
        return new Payment(
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                Semester.parse(row.getString(4)),
                row.getString(5),
                row.getLong(6),
                Rows.constant(row, 7, PaymentState.class),
                row.getObject(8, LocalDate.class),
                row.getObject(9, LocalDate.class));
    }

    private static FeeReceipt feeReceipt(ResultSet row) throws SQLException {
        return new FeeReceipt(
                Semester.parse(row.getString(2)),
                Rows.constant(row, 3, Fee.class),
                row.getString(4),
                row.getLong(5),
                Rows.strings(row, 6));
    }

    private static PupilRecord pupil(
            ResultSet row,
            List<Award> awards,
            List<Payment> payments,
            List<FeeReceipt> feeReceipts,
            List<AssignmentState> assignments)
            throws SQLException {
        return new PupilRecord(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                Rows.constant(row, 4, Stage.class),
                row.getBoolean(5),
                Rows.constant(row, 6, EnrolmentState.class),
                eligibility(row),
                awards,
                payments,
                feeReceipts,
                assignments);
    }

    private static Eligibility eligibility(ResultSet row) throws SQLException {
        String semester = row.getString(7);
        return semester == null
                ? null
                : new Eligibility(
                        Semester.parse(semester),
                        Rows.constant(row, 8, EligibilityState.class),
                        row.getBoolean(9),
                        row.getBoolean(10),
                        row.getBoolean(11));
    }
}
