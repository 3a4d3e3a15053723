package cn.gov.zhuozhou.aid.disbursement.feereceipt;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException.FieldError;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.disbursement.OwnSchools;
import cn.gov.zhuozhou.aid.disbursement.PastDay;
import cn.gov.zhuozhou.aid.disbursement.award.AwardTurn;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Fee;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Receipts of fees and what was given back on them; only added to. What adds must run in a transaction; it has the turn
 * of the awards, so that receipts and awards that come at the same time see each other. */
@ApplicationScoped
class FeeReceipts {
    /** What is said of one receipt. */
    record Taken(UUID studentId, Semester semester, Fee fee, String number, long amountFen, LocalDate receivedOn) {}

    static final String COLUMNS = """
            r.id, r.school_code, r.student_id, r.semester, r.fee, r.number, r.amount_fen, r.refunded_fen, r.received_on,
            r.recorded_by_name, r.recorded_at
            """;

    private static final String SELECT = "select " + COLUMNS + """
            from fee_receipt_now r
            where (:ownSchool::text is null or r.school_code = :ownSchool)
              and (:ownTown::text is null or r.school_town = :ownTown)
            """;

    private static final String ITS_PUPILS = """
            select student_id from pupil where student_id = any (:students) and school_code = :school
            union select student_id from pupil_place where student_id = any (:students) and school_code = :school
            """;

    private static final String INSERT = """
            insert into fee_receipt (id, school_code, school_town, student_id, semester, fee, number, amount_fen,
                                     received_on, recorded_by, recorded_by_name, recorded_at)
            values (:id, :school, :town, :student, :semester, :fee, :number, :fen, :on, :by, :name, :now)
            on conflict (school_code, number) do nothing
            """;

    @Inject
    Database database;

    @Inject
    OwnSchools ownSchools;

    @Inject
    AwardTurn turn;

    @Inject
    FeeReceiptNews news;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    FeeReceipt record(String school, Taken one, Actor by) {
        turn.ofEventsOn(one.studentId());
        return record(school, List.of(one), i -> "", by).getFirst();
    }

    /** All of them or none, in the order they are told in. */
    List<FeeReceipt> record(String school, List<Taken> all, Actor by) {
        turn.alone();
        return record(school, all, "receipts[%d]."::formatted, by);
    }

    private List<FeeReceipt> record(String school, List<Taken> all, IntFunction<String> where, Actor by) {
        String town = ownSchools.townOf(school, by.jurisdiction());
        all.forEach(taken -> PastDay.require(taken.receivedOn(), clock));
        refuse(FeeReceiptProblem.NOT_OF_THE_SCHOOL, notItsPupils(school, all), i -> where.apply(i) + "studentId");
        List<FeeReceipt> recorded = all.stream()
                .map(taken -> new FeeReceipt(
                        Ids.next(),
                        school,
                        taken.studentId(),
                        taken.semester(),
                        taken.fee(),
                        taken.number(),
                        taken.amountFen(),
                        0,
                        taken.receivedOn(),
                        by.name(),
                        clock.now()))
                .toList();
        refuse(FeeReceiptProblem.RECEIPT_EXISTS, notNew(recorded, town, by), i -> where.apply(i) + "number");
        Map<String, String> told = new HashMap<>();
        recorded.forEach(receipt -> told.put(receipt.id().toString(), receipt.number()));
        trail.recordEach(by, "fee-receipt.recorded", "fee-receipt", told);
        news.tell(recorded.stream().map(FeeReceipt::id).toList());
        return recorded;
    }

    /** Who left the school since was one of its pupils. */
    private List<Integer> notItsPupils(String school, List<Taken> all) {
        Set<UUID> students = new HashSet<>(database.list(
                ITS_PUPILS,
                Map.of("students", all.stream().map(Taken::studentId).toList(), "school", school),
                row -> row.getObject(1, UUID.class)));
        return IntStream.range(0, all.size())
                .filter(i -> !students.contains(all.get(i).studentId()))
                .boxed()
                .toList();
    }

    private List<Integer> notNew(List<FeeReceipt> receipts, String town, Actor by) {
        List<Integer> known = new ArrayList<>();
        for (int i = 0; i < receipts.size(); i++) {
            if (database.update(INSERT, values(receipts.get(i), town, by)) == 0) {
                known.add(i);
            }
        }
        return known;
    }

    private static Values values(FeeReceipt receipt, String town, Actor by) {
        return Values.of("id", receipt.id())
                .and("school", receipt.schoolCode())
                .and("town", town)
                .and("student", receipt.studentId())
                .and("semester", receipt.semester().code())
                .and("fee", receipt.fee())
                .and("number", receipt.number())
                .and("fen", receipt.amountFen())
                .and("on", receipt.receivedOn())
                .and("by", by.id())
                .and("name", by.name())
                .and("now", receipt.recordedAt());
    }

    /** Ends the request where there are positions, naming each. */
    private static void refuse(FeeReceiptProblem problem, List<Integer> positions, IntFunction<String> field) {
        if (!positions.isEmpty()) {
            throw new ProblemException(
                    problem,
                    problem.title(),
                    positions.stream()
                            .map(i -> new FieldError(field.apply(i), problem.name(), problem.title()))
                            .toList());
        }
    }

    Optional<FeeReceipt> find(UUID id, Jurisdiction own) {
        return database.first(
                SELECT + " and r.id = :id", Values.of(own.parameters()).and("id", id), row -> read(row, 1));
    }

    List<FeeReceipt> list(String semester, String school, UUID student, Jurisdiction own, UUID after, int limit) {
        return database.list(
                SELECT + """
                  and (:semester::text is null or r.semester = :semester)
                  and (:school::text is null or r.school_code = :school)
                  and (:student::uuid is null or r.student_id = :student) and (:after::uuid is null or r.id > :after)
                order by r.id limit :limit
                """,
                Values.of(own.parameters())
                        .and("semester", semester)
                        .and("school", school)
                        .and("student", student)
                        .and("after", after)
                        .and("limit", limit),
                row -> read(row, 1));
    }

    List<Refund> refunds(UUID receiptId) {
        return database.list(
                """
                select id, kind, amount_fen, refunded_on, reason, recorded_by_name, recorded_at
                from fee_refund where receipt_id = :receipt order by id
                """,
                Map.of("receipt", receiptId),
                row -> new Refund(
                        row.getObject(1, UUID.class),
                        Rows.constant(row, 2, RefundKind.class),
                        row.getLong(3),
                        row.getObject(4, LocalDate.class),
                        row.getString(5),
                        row.getString(6),
                        Rows.instant(row, 7)));
    }

    FeeReceipt refund(UUID id, RefundKind kind, long fen, LocalDate on, String reason, Actor by) {
        PastDay.require(on, clock);
        turn.ofEventsOn(find(id, by.jurisdiction())
                .orElseThrow(ProblemException::notFound)
                .studentId());
        FeeReceipt receipt = find(id, by.jurisdiction()).orElseThrow();
        Refund.against(receipt, kind, fen, on).ifPresent(problem -> {
            throw new ProblemException(problem);
        });
        database.update(
                """
                insert into fee_refund (id, receipt_id, kind, amount_fen, refunded_on, reason, recorded_by, recorded_by_name,
                                        recorded_at)
                values (:id, :receipt, :kind, :fen, :on, :reason, :by, :name, :now)
                """,
                Values.of("id", Ids.next())
                        .and("receipt", id)
                        .and("kind", kind)
                        .and("fen", fen)
                        .and("on", on)
                        .and("reason", reason)
                        .and("by", by.id())
                        .and("name", by.name())
                        .and("now", clock.now()));
        news.tell(List.of(id));
        trail.record(by, "fee-receipt.refunded", "fee-receipt", id.toString(), reason, Map.of("fen", fen));
        return find(id, by.jurisdiction()).orElseThrow();
    }

    /** Reads {@link #COLUMNS} from a column on. */
    static FeeReceipt read(ResultSet row, int from) throws SQLException {
        return new FeeReceipt(
                row.getObject(from, UUID.class),
                row.getString(from + 1),
                row.getObject(from + 2, UUID.class),
                Semester.parse(row.getString(from + 3)),
                Rows.constant(row, from + 4, Fee.class),
                row.getString(from + 5),
                row.getLong(from + 6),
                row.getLong(from + 7),
                row.getObject(from + 8, LocalDate.class),
                row.getString(from + 9),
                Rows.instant(row, from + 10));
    }
}
