package cn.gov.zhuozhou.aid.registry.reversecheck;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Which agreed answers a new semester asks again: dated rows. */
@ApplicationScoped
class Repetitions {
    record Repetition(AnswerKind kind, LocalDate validFrom, boolean again, String source) {}

    @Inject
    Database database;

    List<Repetition> all() {
        return database.list(
                "select kind, valid_from, again, source from reverse_check_repetition order by kind, valid_from",
                Map.of(),
                row -> new Repetition(
                        Rows.constant(row, 1, AnswerKind.class),
                        row.getObject(2, LocalDate.class),
                        row.getBoolean(3),
                        row.getString(4)));
    }

    /** False where the kind has a row from that day already. */
    boolean add(Repetition repetition, String by) {
        return database.update(
                        """
                        insert into reverse_check_repetition (kind, valid_from, again, source, entered_by)
                        values (:kind, :from, :again, :source, :by) on conflict do nothing""",
                        Values.of("kind", repetition.kind())
                                .and("from", repetition.validFrom())
                                .and("again", repetition.again())
                                .and("source", repetition.source())
                                .and("by", by))
                == 1;
    }
}
