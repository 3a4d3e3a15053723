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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Rulings; written once, never changed (the database refuses). */
@ApplicationScoped
class RulingStore {
    /** Many pupils have the same facts, so the same texts: each is sent and parsed once. */
    private static final String INSERT = """
            with text as materialized (
              select place, cast(content as jsonb) as content
              from unnest(:texts) with ordinality as t (content, place))
            insert into ruling (id, identification_id, student_id, semester, rule_set, rule_set_version, inputs, checks,
                result, level, categories, decided_at, decided_by, decided_by_name)
            select r.id, identification, student, semester, rule_set, version, i.content, c.content, result, level,
                string_to_array(categories, ','), :at, by_id, by_name
            from unnest(:ids, :identifications, :students, :semesters, :ruleSets, :versions, :inputs, :checks, :results,
                :levels, :categories, :by, :names) as r (id, identification, student, semester, rule_set, version, inputs,
                checks, result, level, categories, by_id, by_name)
            join text i on i.place = r.inputs
            join text c on c.place = r.checks
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

    /** Rulings of one moment, in one statement. */
    void insert(List<Ruling> rulings) {
        if (rulings.isEmpty()) {
            return;
        }
        Map<String, Object> values = new HashMap<>();
        values.put("at", rulings.getFirst().decidedAt());
        values.put("ids", each(rulings, Ruling::id));
        values.put("identifications", each(rulings, Ruling::identificationId));
        values.put("students", each(rulings, Ruling::studentId));
        values.put("semesters", each(rulings, Ruling::semester));
        values.put("ruleSets", each(rulings, Ruling::ruleSet));
        values.put("versions", each(rulings, Ruling::ruleSetVersion));
        List<String> texts = new ArrayList<>();
        Map<Object, Integer> places = new HashMap<>();
        values.put(
                "inputs",
                each(
                        rulings,
                        r -> places.computeIfAbsent(r.inputs(), inputs -> {
                            texts.add(r.inputs());
                            return texts.size();
                        })));
        values.put(
                "checks",
                each(
                        rulings,
                        r -> places.computeIfAbsent(r.checks(), checks -> {
                            texts.add(written(r.checks()));
                            return texts.size();
                        })));
        values.put("texts", texts);
        values.put("results", each(rulings, r -> r.result().name()));
        values.put(
                "levels",
                each(rulings, r -> IdentificationRows.name(r.standing().level())));
        values.put(
                "categories",
                each(rulings, r -> IdentificationRows.joined(r.standing().categories())));
        values.put("by", each(rulings, r -> r.decidedBy().id()));
        values.put("names", each(rulings, r -> r.decidedBy().name()));
        database.update(INSERT, values);
    }

    private static <T> List<T> each(List<Ruling> rulings, Function<Ruling, T> part) {
        return rulings.stream().map(part).collect(Collectors.toCollection(ArrayList::new));
    }

    private String written(List<CheckOutcome> checks) {
        try {
            return json.writeValueAsString(checks);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a ruling cannot be written", e);
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
