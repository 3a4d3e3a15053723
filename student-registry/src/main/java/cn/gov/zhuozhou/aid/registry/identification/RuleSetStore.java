package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.registry.identification.rule.Parameters;
import cn.gov.zhuozhou.aid.registry.identification.rule.RuleSet;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of rule sets. An approved row is never written again (the database refuses). */
@ApplicationScoped
class RuleSetStore {
    enum State {
        DRAFT,
        APPROVED
    }

    record Named(String id, String version) {}

    /**
     * A rule set with who answers for it.
     *
     * @param revision the entity tag
     */
    record Kept(
            RuleSet set,
            State state,
            long revision,
            String draftedById,
            String draftedBy,
            Instant draftedAt,
            String approvedBy,
            Instant approvedAt,
            String approvalReason) {
        boolean isApproved() {
            return state == State.APPROVED;
        }
    }

    private static final String SELECT = """
            select id, version, effective_from, effective_to, documents, parameters, state, revision, drafted_by,
                drafted_by_name, drafted_at, approved_by_name, approved_at, approval_reason
            from rule_set
            """;

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    @Inject
    ObjectMapper json;

    Optional<Named> inEffectOn(LocalDate day) {
        return database.first("""
                select id, version from rule_set
                where state = 'APPROVED' and effective_from <= :day and (effective_to is null or effective_to >= :day)
                order by effective_from desc, approved_at desc, version::int desc limit 1
                """, Map.of("day", day), row -> new Named(row.getString(1), row.getString(2)));
    }

    Optional<Kept> find(String id, String version) {
        return database.first(
                SELECT + "where id = :id and version = :version", Map.of("id", id, "version", version), this::read);
    }

    List<Kept> list() {
        return database.list(SELECT + "order by effective_from desc, id, version::int desc", Map.of(), this::read);
    }

    /** The number the next version of a set gets; drafting takes turns. */
    String nextVersion(String id) {
        database.list("select pg_advisory_xact_lock(hashtext('rule_set'))", Map.of(), row -> row);
        return database.first(
                        "select coalesce(max(version::int), 0) + 1 from rule_set where id = :id",
                        Map.of("id", id),
                        row -> row.getString(1))
                .orElseThrow();
    }

    void insert(RuleSet set, Actor by) {
        Map<String, Object> values = values(set);
        values.put("by", by.id());
        values.put("name", by.name());
        values.put("now", clock.now());
        database.update("""
                insert into rule_set (id, version, effective_from, effective_to, documents, parameters, state, revision,
                    drafted_by, drafted_by_name, drafted_at)
                values (:id, :version, :from, :to, cast(:documents as jsonb), cast(:parameters as jsonb), 'DRAFT', 1, :by,
                    :name, :now)
                """, values);
    }

    /** Whoever changes a draft last has drafted it. */
    void redraft(RuleSet set, Actor by) {
        Map<String, Object> values = values(set);
        values.put("by", by.id());
        values.put("name", by.name());
        values.put("now", clock.now());
        database.update("""
                update rule_set set effective_from = :from, effective_to = :to, documents = cast(:documents as jsonb),
                    parameters = cast(:parameters as jsonb), revision = revision + 1, drafted_by = :by,
                    drafted_by_name = :name, drafted_at = :now
                where id = :id and version = :version
                """, values);
    }

    void approve(RuleSet set, String reason, Actor by) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", set.id());
        values.put("version", set.version());
        values.put("by", by.id());
        values.put("name", by.name());
        values.put("reason", reason);
        values.put("now", clock.now());
        database.update("""
                update rule_set set state = 'APPROVED', revision = revision + 1, approved_by = :by,
                    approved_by_name = :name, approved_at = :now, approval_reason = :reason
                where id = :id and version = :version
                """, values);
    }

    private Map<String, Object> values(RuleSet set) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", set.id());
        values.put("version", set.version());
        values.put("from", set.effectiveFrom());
        values.put("to", set.effectiveTo());
        values.put("documents", written(set.documents()));
        values.put("parameters", written(set.parameters()));
        return values;
    }

    private Kept read(ResultSet row) throws SQLException {
        try {
            RuleSet set = new RuleSet(
                    row.getString(1),
                    row.getString(2),
                    row.getObject(3, LocalDate.class),
                    row.getObject(4, LocalDate.class),
                    json.readValue(row.getString(5), new TypeReference<List<RuleSet.Document>>() {}),
                    json.readValue(row.getString(6), Parameters.class));
            return new Kept(
                    set,
                    State.valueOf(row.getString(7)),
                    row.getLong(8),
                    row.getString(9),
                    row.getString(10),
                    Rows.instant(row, 11),
                    row.getString(12),
                    Rows.instant(row, 13),
                    row.getString(14));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a rule set cannot be read any more", e);
        }
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a rule set cannot be written", e);
        }
    }
}
