package cn.gov.zhuozhou.aid.accountability;

import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import jakarta.persistence.Query;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** The conditions of a list query; those whose value is null are left out. */
public final class Conditions {
    private final StringJoiner text = new StringJoiner(" and ", " where ", "").setEmptyValue("");
    private final Map<String, Object> values = new LinkedHashMap<>();

    public Conditions and(String condition) {
        text.add(condition);
        return this;
    }

    /** Adds a condition on one named value. */
    public Conditions and(String condition, String name, Object value) {
        if (value != null) {
            text.add(condition);
            values.put(name, value);
        }
        return this;
    }

    /** Narrows to the jurisdiction, given the expressions for school code and town. */
    public Conditions within(Jurisdiction jurisdiction, String school, String town) {
        return and(school + " = :ownSchool", "ownSchool", jurisdiction.school())
                .and(town + " = :ownTown", "ownTown", jurisdiction.town());
    }

    public String where() {
        return text.toString();
    }

    public <Q extends Query> Q bind(Q query) {
        values.forEach(query::setParameter);
        return query;
    }
}
