package cn.gov.zhuozhou.aid.registry.hardship;

import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.registry.RegistryProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Reason codes of decisions; data of the administrator. */
@ApplicationScoped
class Reasons {
    record Reason(String code, String act, String zh, String en, boolean active) {}

    @Inject
    Database database;

    void require(String code, String act) {
        boolean known = list().stream()
                .anyMatch(r -> r.active() && r.code().equals(code) && r.act().equals(act));
        if (!known) {
            throw new ProblemException(RegistryProblem.REASON_UNKNOWN);
        }
    }

    List<Reason> list() {
        return database.list(
                "select code, act, label_zh, label_en, active from decision_reason order by act, code",
                Map.of(),
                row -> new Reason(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getBoolean(5)));
    }

    /** Adds a code, or changes its words and whether it can be chosen; what it is for stays. */
    void put(Reason reason) {
        Map<String, ?> values = Map.of(
                "code", reason.code(),
                "act", reason.act(),
                "zh", reason.zh(),
                "en", reason.en(),
                "active", reason.active());
        database.update("""
                insert into decision_reason (code, act, label_zh, label_en, active) values (:code, :act, :zh, :en, :active)
                on conflict (code) do update set label_zh = excluded.label_zh, label_en = excluded.label_en,
                  active = excluded.active""", values);
    }
}
