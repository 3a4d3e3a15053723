package cn.gov.zhuozhou.aid.disbursement.recovery;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.disbursement.recovery.ItemTransitions.Event;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keeps items and their steps; both are only added to, and the database checks that each step follows the one before it. */
@ApplicationScoped
class RecoveryItems {
    /** What narrows a list; each part may be null. */
    record Filter(String semester, String school, UUID student, ItemState state) {}

    /** What a person says with a step; each part null where it does not belong to it. */
    record Said(UUID offsetAwardId, String evidence, String reason) {
        static final Said NOTHING = new Said(null, null, null);
    }

    private static final String SELECT = """
            select i.id, i.seq, i.award_id, a.student_id, p.name, a.school_code, a.semester, a.programme, i.amount_fen,
                   i.open_fen, i.state, i.reasons, i.raised_at, i.changed_at
            from recovery_item_now i join award a on a.id = i.award_id join pupil p on p.student_id = a.student_id
            where (:ownSchool::text is null or a.school_code = :ownSchool)
              and (:ownTown::text is null or a.school_town = :ownTown)
            """;

    private static final String STEP = """
            insert into recovery_item_step (item_id, seq, event, from_state, to_state, amount_fen, open_fen,
                                            offset_award_id, evidence, reason, actor, actor_name, at)
            values (:item, :seq, :event, :from, :to, :amount, :open, :offset, :evidence, :reason, :actor, :name, :now)
            """;

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    void raise(UUID awardId, long amountFen, String reasons, Actor by) {
        UUID id = Ids.next();
        database.update(
                """
                insert into recovery_item (id, award_id, amount_fen, reasons, raised_at)
                values (:id, :award, :amount, :reasons, :now)
                """, Map.of("id", id, "award", awardId, "amount", amountFen, "reasons", reasons, "now", clock.now()));
        write(id, 1, Event.RAISED, null, 0, amountFen, Said.NOTHING, by);
    }

    /** Takes an amount off what is open; the edge is looked up here. */
    void step(RecoveryItem item, Event event, long amountFen, Said said, Actor by) {
        write(item.id(), item.revision() + 1, event, item.state(), amountFen, item.openFen() - amountFen, said, by);
    }

    private void write(
            UUID item, long seq, Event event, ItemState from, long amountFen, long openFen, Said said, Actor by) {
        database.update(
                STEP,
                Values.of("item", item)
                        .and("seq", seq)
                        .and("event", event)
                        .and("from", from)
                        .and("to", ItemTransitions.of(from, event, openFen))
                        .and("amount", amountFen)
                        .and("open", openFen)
                        .and("offset", said.offsetAwardId())
                        .and("evidence", said.evidence())
                        .and("reason", said.reason())
                        .and("actor", by.id())
                        .and("name", by.name())
                        .and("now", clock.now()));
    }

    Optional<RecoveryItem> find(UUID id, Jurisdiction own) {
        return database.first(
                SELECT + " and i.id = :id", Values.of(own.parameters()).and("id", id), RecoveryItems::read);
    }

    List<RecoveryItem> list(Filter filter, Jurisdiction own, UUID after, int limit) {
        return database.list(
                SELECT + """
                  and (:semester::text is null or a.semester = :semester)
                  and (:school::text is null or a.school_code = :school)
                  and (:student::uuid is null or a.student_id = :student)
                  and (:state::text is null or i.state = :state)
                  and (:after::uuid is null or i.id > :after)
                order by i.id limit :limit
                """,
                Values.of(own.parameters())
                        .and("semester", filter.semester())
                        .and("school", filter.school())
                        .and("student", filter.student())
                        .and("state", filter.state())
                        .and("after", after)
                        .and("limit", limit),
                RecoveryItems::read);
    }

    /** Of one pupil, semester and programme, the newest first. */
    List<RecoveryItem> openOf(UUID studentId, String semester, String programme) {
        return database.list(
                SELECT + """
                  and a.student_id = :student and a.semester = :semester and a.programme = :programme and i.open_fen > 0
                order by i.id desc
                """,
                Values.of(Jurisdiction.BUREAU.parameters())
                        .and("student", studentId)
                        .and("semester", semester)
                        .and("programme", programme),
                RecoveryItems::read);
    }

    List<RecoveryItem.Step> steps(UUID id) {
        return database.list(
                """
                select seq, event, to_state, amount_fen, open_fen, offset_award_id, evidence, reason, actor, actor_name, at
                from recovery_item_step where item_id = :id order by seq
                """,
                Map.of("id", id),
                row -> new RecoveryItem.Step(
                        row.getInt(1),
                        Event.valueOf(row.getString(2)),
                        ItemState.valueOf(row.getString(3)),
                        row.getLong(4),
                        row.getLong(5),
                        row.getObject(6, UUID.class),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9),
                        row.getString(10),
                        Rows.instant(row, 11)));
    }

    private static RecoveryItem read(ResultSet row) throws SQLException {
        return new RecoveryItem(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getLong(9),
                row.getLong(10),
                ItemState.valueOf(row.getString(11)),
                row.getString(12),
                Rows.instant(row, 13),
                Rows.instant(row, 14));
    }
}
