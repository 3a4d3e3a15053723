package cn.gov.zhuozhou.aid.disbursement.elsewhere;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** What our programmes are called elsewhere; an administrator's data. */
@ApplicationScoped
class ProgrammeWordings {
    record Wording(String said, String programme) {}

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    List<Wording> all() {
        return database.list(
                "select said, programme from programme_elsewhere order by said",
                Map.of(),
                row -> new Wording(row.getString(1), row.getString(2)));
    }

    /** False where we have no such programme. */
    boolean put(String said, String programme, Actor by) {
        int put = database.update(
                """
                insert into programme_elsewhere (said, programme, entered_by, entered_at)
                select :said, code, :by, :now from programme where code = :programme
                on conflict (said) do update
                  set programme = excluded.programme, entered_by = excluded.entered_by, entered_at = excluded.entered_at""",
                Values.of("said", said)
                        .and("programme", programme)
                        .and("by", by.id())
                        .and("now", clock.now()));
        if (put == 1) {
            trail.record(by, "programme-elsewhere.set", "programme", programme, said);
        }
        return put == 1;
    }
}
