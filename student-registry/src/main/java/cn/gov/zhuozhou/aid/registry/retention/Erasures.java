package cn.gov.zhuozhou.aid.registry.retention;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.registry.student.StudentEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Finds what is over and takes it out. */
@ApplicationScoped
class Erasures {
    record Found(long due, long held) {}

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    @Inject
    StudentEvents events;

    Found count(RecordKind kind, LocalDate cutoff) {
        return database.first(
                        "select count(*) filter (where not held), count(*) filter (where held) from (%s) c"
                                .formatted(Erasure.of(kind).candidates()),
                        Map.of("cutoff", cutoff),
                        row -> new Found(row.getLong(1), row.getLong(2)))
                .orElseThrow();
    }

    /** Ids of what is due and not held, in order. */
    List<UUID> due(RecordKind kind, LocalDate cutoff, UUID after, int most) {
        return database.list(
                """
                select id from (%s) c where not held and (cast(:after as uuid) is null or id > :after) order by id limit %d
                """.formatted(Erasure.of(kind).candidates(), most),
                Values.of("cutoff", cutoff).and("after", after),
                row -> row.getObject(1, UUID.class));
    }

    /** In the caller's transaction. */
    void erase(UUID run, RecordKind kind, List<UUID> ids) {
        var values = Values.of("ids", ids)
                .and("run", run)
                .and("today", clock.today())
                .and("now", clock.now());
        for (String statement : Erasure.of(kind).statements()) {
            if (statement.startsWith("select")) {
                database.number(statement, values);
            } else {
                database.update(statement, values);
            }
        }
        if (kind == RecordKind.PUPIL) {
            tell(ids);
        }
    }

    /** The other services know the pupil by his last state; it replaces what they hold of him. */
    private void tell(List<UUID> pupils) {
        database.execute("create temporary table if not exists anonymised (student_id uuid) on commit drop");
        database.update("insert into anonymised select unnest(:ids)", Map.of("ids", pupils));
        events.ofPupilsIn("anonymised");
        database.execute("drop table anonymised");
    }
}
