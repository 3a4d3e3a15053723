package cn.gov.zhuozhou.aid.registry.publicnotice;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rows of objections. */
@ApplicationScoped
class ObjectionStore {
    private static final String SELECT = "select o.* from objection o ";

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    List<Objection> of(UUID noticeId) {
        return database.list(
                SELECT + "where o.notice_id = :notice order by o.id", Map.of("notice", noticeId), ObjectionStore::read);
    }

    Optional<Objection> find(UUID noticeId, UUID id) {
        return database.first(
                SELECT + "where o.notice_id = :notice and o.id = :id",
                Map.of("notice", noticeId, "id", id),
                ObjectionStore::read);
    }

    /** @param overdue only those whose answer should have been given before today */
    Page<Objection> list(String state, boolean overdue, Jurisdiction own, Paging paging) {
        Map<String, Object> values = own.parameters();
        values.put("state", state);
        values.put("overdue", overdue);
        values.put("today", clock.today());
        values.put("after", paging.afterId());
        String sql = SELECT + """
                join public_notice n on n.id = o.notice_id
                join school c on c.code = n.school_code
                where (cast(:ownSchool as text) is null or c.code = :ownSchool)
                  and (cast(:ownTown as text) is null or c.town = :ownTown)
                  and (cast(:state as text) is null or o.state = :state)
                  and (not :overdue or (o.state in ('OPEN', 'RECHECKED') and o.due < :today)
                    or (o.state = 'APPEALED' and o.appeal_due < :today))
                  and (cast(:after as uuid) is null or o.id > :after)
                order by o.id limit %d
                """.formatted(paging.limit() + 1);
        return Page.of(database.list(sql, values, ObjectionStore::read), paging.limit(), Objection::id);
    }

    void insert(UUID id, UUID noticeId, UUID lineId, String content, String objector, LocalDate due, Actor by) {
        Values values = by(by).and("id", id)
                .and("notice", noticeId)
                .and("line", lineId)
                .and("content", content)
                .and("objector", objector)
                .and("due", due);
        database.update("""
                insert into objection (id, notice_id, line_id, content, objector, state, due, raised_by, raised_at)
                values (:id, :notice, :line, :content, :objector, 'OPEN', :due, :by, :now)
                """, values);
    }

    void recheck(UUID id, Objection.State to, String minutes, Actor by) {
        update(id, to, minutes, by, """
                minutes = :text, rechecked_by = :by, rechecked_by_name = :name, rechecked_at = :now
                """);
    }

    void answer(UUID id, Objection.State to, String answer, Actor by) {
        update(id, to, answer, by, """
                answer = :text, answered_by = :by, answered_by_name = :name, answered_at = :now
                """);
    }

    void appeal(UUID id, Objection.State to, String grounds, LocalDate due, Actor by) {
        Values values = by(by).and("id", id).and("to", to).and("text", grounds).and("due", due);
        database.update("""
                update objection set state = :to, appeal = :text, appealed_by = :by, appealed_at = :now, appeal_due = :due
                where id = :id
                """, values);
    }

    void answerAppeal(UUID id, Objection.State to, String answer, Actor by) {
        update(id, to, answer, by, """
                appeal_answer = :text, appeal_answered_by = :by, appeal_answered_by_name = :name, appeal_answered_at = :now
                """);
    }

    private void update(UUID id, Objection.State to, String text, Actor by, String columns) {
        Values values = by(by).and("id", id).and("to", to).and("text", text);
        database.update("update objection set state = :to, " + columns + " where id = :id", values);
    }

    private Values by(Actor actor) {
        return Values.of("by", actor.id()).and("name", actor.name()).and("now", clock.now());
    }

    private static Objection read(ResultSet row) throws SQLException {
        return new Objection(
                row.getObject("id", UUID.class),
                row.getObject("notice_id", UUID.class),
                row.getObject("line_id", UUID.class),
                row.getString("content"),
                row.getString("objector"),
                Objection.State.valueOf(row.getString("state")),
                new Objection.By(row.getString("raised_by"), null, Rows.instant(row, "raised_at")),
                row.getObject("due", LocalDate.class),
                step(row, "minutes", "rechecked"),
                step(row, "answer", "answered"),
                row.getString("appealed_by") == null ? null : appeal(row));
    }

    private static Objection.Appeal appeal(ResultSet row) throws SQLException {
        return new Objection.Appeal(
                row.getString("appeal"),
                new Objection.By(row.getString("appealed_by"), null, Rows.instant(row, "appealed_at")),
                row.getObject("appeal_due", LocalDate.class),
                step(row, "appeal_answer", "appeal_answered"));
    }

    private static Objection.Step step(ResultSet row, String text, String act) throws SQLException {
        String by = row.getString(act + "_by");
        return by == null
                ? null
                : new Objection.Step(
                        row.getString(text),
                        new Objection.By(by, row.getString(act + "_by_name"), Rows.instant(row, act + "_at")));
    }
}
