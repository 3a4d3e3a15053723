package cn.gov.zhuozhou.aid.disbursement.recovery;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What people do about overpayments, in tests of what else follows from it; each in the present transaction. */
@ApplicationScoped
public class RecoveryPlay {
    /** What is asked back of a pupil. */
    public record Item(UUID id, UUID student, long openFen) {}

    @Inject
    SettleItems settle;

    @Inject
    BusinessClock clock;

    @Inject
    Database database;

    /** As of today, whatever was said before. */
    public void offsetsAllowed(boolean allowed) {
        database.update("""
                insert into recovery_term (first_day, offset_allowed, document, set_by, set_by_name, set_at)
                select coalesce(max(first_day), '2018-09-01') + 1, :allowed, '某文件', 'admin', '管理员', now()
                from recovery_term where first_day < :today
                """, Map.of("allowed", allowed, "today", clock.today()));
    }

    public List<Item> open(String school) {
        return database.list(
                """
                select i.id, a.student_id, i.open_fen from recovery_item_now i join award a on a.id = i.award_id
                where a.school_code = :school and i.open_fen > 0 order by i.id
                """,
                Map.of("school", school),
                row -> new Item(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getLong(3)));
    }

    public UUID repaid(Item item, long fen, Actor by) {
        return settle.repaid(item.id(), "*", fen, "R1", by).id();
    }

    public UUID offset(Item item, UUID againstAward, long fen, Actor by) {
        return settle.offset(item.id(), "*", againstAward, fen, by).id();
    }

    public UUID writeOffAsked(Item item, Actor by) {
        return settle.askWriteOff(item.id(), "*", "家庭无力偿还", by).id();
    }

    public UUID writeOffDecided(Item item, boolean granted, Actor by) {
        return settle.decideWriteOff(item.id(), "*", granted, "集体研究决定", by).id();
    }
}
