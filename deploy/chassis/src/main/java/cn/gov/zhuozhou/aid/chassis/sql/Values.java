package cn.gov.zhuozhou.aid.chassis.sql;

import java.util.LinkedHashMap;
import java.util.Map;

/** Values of a statement by their names; null is a value. */
public final class Values extends LinkedHashMap<String, Object> {
    private Values(Map<String, ?> values) {
        super(values);
    }

    public static Values of(String name, Object value) {
        return new Values(Map.of()).and(name, value);
    }

    public static Values of(Map<String, ?> values) {
        return new Values(values);
    }

    public Values and(String name, Object value) {
        put(name, value);
        return this;
    }
}
