package cn.gov.zhuozhou.aid.disbursement.recovery;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.disbursement.recovery.ItemTransitions.Event;
import cn.gov.zhuozhou.aid.disbursement.recovery.RecoveryItems.Said;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Keeps what is asked back equal to what was frozen or paid too much: whoever changes what an award grants or what of it is
 * frozen or paid lets it be followed here, in the same transaction.
 */
@ApplicationScoped
public class Overpayments {
    /** One pupil, semester and programme whose claims do not say what is true. */
    private record Account(UUID studentId, String semester, String programme, long overpaidFen, long claimedFen) {}

    private static final String WRONG = """
            select student_id, semester, programme, overpaid_fen, claimed_fen from award_account
            where overpaid_fen <> claimed_fen and student_id = :student and semester = :semester
            """;

    // By pupil, so that each account is found by its index; without the offset all accounts of the county would be
    // added up.
    private static final String WRONG_OF_AWARDS = """
            select b.student_id, b.semester, b.programme, b.overpaid_fen, b.claimed_fen
            from (select distinct student_id, semester, programme from award where id = any (:awards)) k
            cross join lateral (
              select * from award_account x
              where x.student_id = k.student_id and x.semester = k.semester and x.programme = k.programme offset 0) b
            where b.overpaid_fen <> b.claimed_fen
            """;

    private static final String MOST_OVERPAID = """
            select m.award_id, a.reasons from award_money m join award a on a.id = m.award_id
            where m.student_id = :student and m.semester = :semester and m.programme = :programme
            order by m.received_fen - m.granted_fen desc, m.award_id limit 1
            """;

    @Inject
    Database database;

    @Inject
    RecoveryItems items;

    /** Fen frozen or paid and not given back, by award of a semester; awards without any are left out. */
    public Map<UUID, Long> received(UUID studentId, Semester semester) {
        Map<UUID, Long> received = new HashMap<>();
        database.list(
                """
                select award_id, received_fen from award_money
                where student_id = :student and semester = :semester and (received_fen > 0 or claimed_fen > 0)
                """,
                Map.of("student", studentId, "semester", semester.code()),
                row -> received.put(row.getObject(1, UUID.class), row.getLong(2)));
        return received;
    }

    public void follow(UUID studentId, Semester semester, Actor by) {
        Map<String, ?> which = Map.of("student", studentId, "semester", semester.code());
        database.list(WRONG, which, Overpayments::account).forEach(account -> follow(account, by));
    }

    /** After less of these awards is frozen or paid than was. */
    public void follow(Collection<UUID> awardIds, Actor by) {
        database.list(WRONG_OF_AWARDS, Map.of("awards", awardIds), Overpayments::account)
                .forEach(account -> follow(account, by));
    }

    private void follow(Account account, Actor by) {
        if (account.overpaidFen() > account.claimedFen()) {
            raise(account, by);
        } else {
            lapse(account, by);
        }
    }

    private void raise(Account account, Actor by) {
        database.first(MOST_OVERPAID, key(account), row -> {
            items.raise(
                    row.getObject(1, UUID.class), account.overpaidFen() - account.claimedFen(), row.getString(2), by);
            return true;
        });
    }

    /** What was written off stays so, even where it turns out not to have been owed. */
    private void lapse(Account account, Actor by) {
        long tooMuch = account.claimedFen() - account.overpaidFen();
        List<RecoveryItem> open = items.openOf(account.studentId(), account.semester(), account.programme());
        for (RecoveryItem item : open) {
            long part = Math.min(tooMuch, item.openFen());
            if (part > 0) {
                items.step(item, Event.LAPSED, part, Said.NOTHING, by);
                tooMuch -= part;
            }
        }
    }

    private static Map<String, ?> key(Account account) {
        return Map.of("student", account.studentId(), "semester", account.semester(), "programme", account.programme());
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getLong(4), row.getLong(5));
    }
}
