package cn.gov.zhuozhou.aid.registry.comparison;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Json;
import cn.gov.zhuozhou.aid.chassis.sql.Turns;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.registry.identification.rule.Level;
import cn.gov.zhuozhou.aid.registry.identification.rule.Stage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Mappings by code and version; the newest version of a code is used. */
@ApplicationScoped
class SheetMappings {
    record Versioned(int version, SheetMapping mapping) {}

    private static final String SELECT =
            "select code, version, name, columns, stages, levels, source from comparison_mapping ";

    @Inject
    Database database;

    @Inject
    Turns turns;

    @Inject
    Json json;

    @Inject
    ObjectMapper mapper;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    List<Versioned> all() {
        return database.list(SELECT + "order by code, version desc", Map.of(), this::read);
    }

    Versioned newest(String code) {
        return database.first(
                        SELECT + "where code = :code order by version desc limit 1", Map.of("code", code), this::read)
                .orElseThrow(() -> new ProblemException(ComparisonProblem.MAPPING_UNKNOWN));
    }

    Versioned add(SheetMapping mapping, Actor actor) {
        if (!mapping.tellsWhoAndWhere()) {
            throw new ProblemException(ComparisonProblem.MAPPING_UNUSABLE);
        }
        turns.alone("comparison_mapping");
        database.update(
                """
                insert into comparison_mapping (code, version, name, columns, stages, levels, source, entered_by, entered_at)
                select :code, coalesce(max(version), 0) + 1, :name, :columns::jsonb, :stages::jsonb, :levels::jsonb, :source, :by, :now
                from comparison_mapping where code = :code
                """,
                Values.of("code", mapping.code())
                        .and("name", mapping.name())
                        .and("columns", json.write(mapping.columns()))
                        .and("stages", json.write(mapping.stages()))
                        .and("levels", json.write(mapping.levels()))
                        .and("source", mapping.source())
                        .and("by", actor.id())
                        .and("now", clock.now()));
        trail.record(actor, "comparison-mapping.added", "comparison-mapping", mapping.code(), mapping.source());
        return newest(mapping.code());
    }

    private Versioned read(ResultSet row) throws SQLException {
        try {
            return new Versioned(
                    row.getInt(2),
                    new SheetMapping(
                            row.getString(1),
                            row.getString(3),
                            mapper.readValue(
                                    row.getString(4),
                                    new TypeReference<Map<SheetMapping.SheetField, List<String>>>() {}),
                            mapper.readValue(row.getString(5), new TypeReference<Map<String, Stage>>() {}),
                            mapper.readValue(row.getString(6), new TypeReference<Map<String, Level>>() {}),
                            row.getString(7)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a mapping cannot be read any more", e);
        }
    }
}
