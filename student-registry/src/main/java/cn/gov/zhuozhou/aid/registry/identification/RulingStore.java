package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.registry.identification.Proposal.Proposer;
import cn.gov.zhuozhou.aid.registry.identification.rule.CheckOutcome;
import cn.gov.zhuozhou.aid.registry.identification.rule.Level;
import cn.gov.zhuozhou.aid.registry.identification.rule.Result;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Rulings; written once, never changed (the database refuses). */
@ApplicationScoped
class RulingStore {
    private static final String INSERT = """
            insert into ruling (id, identification_id, student_id, semester, rule_set, rule_set_version, inputs, checks,
                result, level, categories, decided_at, decided_by, decided_by_name)
            values (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?, ?)
            """;

    private static final String SELECT = """
            select id, identification_id, student_id, semester, rule_set, rule_set_version, inputs, checks, result,
                level, categories, decided_at, decided_by, decided_by_name
            from ruling
            """;

    @Inject
    Database database;

    @Inject
    ObjectMapper json;

    void insert(List<Ruling> rulings) {
        database.with(connection -> insertOn(connection, rulings));
    }

    private Void insertOn(Connection connection, List<Ruling> rulings) throws SQLException, JsonProcessingException {
        try (var statement = connection.prepareStatement(INSERT)) {
            for (Ruling r : rulings) {
                Level level = r.standing().level();
                Object[] values = {
                    r.id(),
                    r.identificationId(),
                    r.studentId(),
                    r.semester(),
                    r.ruleSet(),
                    r.ruleSetVersion(),
                    r.inputs(),
                    json.writeValueAsString(r.checks()),
                    r.result().name(),
                    level == null ? null : level.name(),
                    IdentificationRows.array(statement, r.standing().categories()),
                    r.decidedAt().atOffset(ZoneOffset.UTC),
                    r.decidedBy().id(),
                    r.decidedBy().name()
                };
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
            return null;
        }
    }

    Map<UUID, List<CheckOutcome>> checks(Collection<UUID> rulingIds) {
        record Found(UUID id, List<CheckOutcome> checks) {}
        return database
                .list(
                        "select id, checks from ruling where id = any (:ids)",
                        Map.of("ids", rulingIds),
                        row -> new Found(row.getObject(1, UUID.class), parse(row.getString(2))))
                .stream()
                .collect(Collectors.toMap(Found::id, Found::checks));
    }

    Optional<Ruling> find(UUID id) {
        return database.first(SELECT + "where id = :id", Map.of("id", id), this::read);
    }

    /** Rulings to be made again, in the order of their ids. */
    List<Ruling> after(UUID last, Replays.Order order, int limit) {
        Map<String, Object> values = new HashMap<>();
        values.put("last", last);
        values.put("semester", order.semester());
        values.put("ids", order.ids());
        String which = order.ids() != null
                ? "where id = any (:ids) and id > :last"
                : order.ruleSet() == null
                        ? "where semester = :semester and id > :last"
                        : "where id > :last and id in (select i.ruling_id from identification i where i.semester = :semester)";
        return database.list(SELECT + which + " order by id limit " + limit, values, this::read);
    }

    /** All rulings on a pupil, newest first. */
    List<Ruling> ofStudent(UUID studentId) {
        return database.list(
                SELECT + "where student_id = :student order by id desc", Map.of("student", studentId), this::read);
    }

    private Ruling read(ResultSet row) throws SQLException {
        Level level = IdentificationRows.level(row.getString(10));
        return new Ruling(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                parse(row.getString(8)),
                Result.valueOf(row.getString(9)),
                new Standing(level != null, level, IdentificationRows.categories(row.getArray(11))),
                Rows.instant(row, 12),
                new Proposer(row.getString(13), row.getString(14)));
    }

    private List<CheckOutcome> parse(String checks) {
        try {
            return json.readValue(checks, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a ruling cannot be read any more", e);
        }
    }
}
