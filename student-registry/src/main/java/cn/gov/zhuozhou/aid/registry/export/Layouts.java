package cn.gov.zhuozhou.aid.registry.export;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException.FieldError;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Json;
import cn.gov.zhuozhou.aid.chassis.sql.Turns;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Layouts by code and version; the newest version of a code is used, former ones stay readable. */
@ApplicationScoped
class Layouts {
    record Versioned(int version, boolean numbersInFull, Layout layout) {}

    private static final String SELECT =
            "select code, version, name, dataset, filing, first_row, columns, source from export_layout ";

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

    Optional<Versioned> newest(String code) {
        return database.first(
                SELECT + "where code = :code order by version desc limit 1", Map.of("code", code), this::read);
    }

    Versioned version(String code, int version) {
        return database.first(
                        SELECT + "where code = :code and version = :version",
                        Map.of("code", code, "version", version),
                        this::read)
                .orElseThrow();
    }

    Versioned add(Layout layout, Actor actor) {
        List<FieldError> faults = layout.faults();
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    ExportProblem.LAYOUT_UNUSABLE, faults.getFirst().expected(), faults);
        }
        turns.alone("export_layout");
        int version = (int) database.number(
                """
                insert into export_layout (code, version, name, dataset, filing, first_row, columns, source, entered_by, entered_at)
                select :code, coalesce(max(version), 0) + 1, :name, :dataset, :filing, :firstRow, :columns::jsonb, :source, :by, :now
                from export_layout where code = :code
                returning version
                """,
                Values.of("code", layout.code())
                        .and("name", layout.name())
                        .and("dataset", layout.dataset())
                        .and("filing", layout.filing())
                        .and("firstRow", layout.firstRow())
                        .and("columns", json.write(layout.columns()))
                        .and("source", layout.source())
                        .and("by", actor.id())
                        .and("now", clock.now()));
        trail.record(
                actor,
                "export-layout.added",
                "export-layout",
                layout.code(),
                layout.source(),
                Map.of("version", version, "numbersInFull", layout.showsNumbersInFull()));
        return version(layout.code(), version);
    }

    private Versioned read(ResultSet row) throws SQLException {
        Layout layout = new Layout(
                row.getString(1),
                row.getString(3),
                Dataset.valueOf(row.getString(4)),
                row.getBoolean(5),
                row.getBoolean(6),
                columns(row.getString(7)),
                row.getString(8));
        return new Versioned(row.getInt(2), layout.showsNumbersInFull(), layout);
    }

    private List<LayoutColumn> columns(String column) {
        try {
            return mapper.readValue(column, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a layout cannot be read any more", e);
        }
    }
}
