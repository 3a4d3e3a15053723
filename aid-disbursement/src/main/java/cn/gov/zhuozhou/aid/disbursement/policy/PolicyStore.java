package cn.gov.zhuozhou.aid.disbursement.policy;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicyContent.CombinationRow;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicyContent.DocumentRow;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicyContent.ProgrammeRow;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicyContent.RateRow;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicyContent.RuleRow;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicyContent.ShareRow;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows of policy sets. A row's components are called as its columns, so JSON carries them both ways. */
@ApplicationScoped
class PolicyStore {
    private static final ObjectMapper COLUMNS = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static final String HEAD = """
            select version, revision, name_zh, name_en, effective_from, effective_to, state, four_categories, based_on,
                   drafters, drafted_at, approved_by_name, approved_at, approval_reason, in_force_since
            from policy_set
            """;

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    List<PolicyHead> list() {
        return database.list(
                HEAD + "order by semester_first_day(effective_from), version", Map.of(), PolicyStore::head);
    }

    Optional<PolicyHead> find(String version) {
        return database.first(HEAD + "where version = :version", Map.of("version", version), PolicyStore::head);
    }

    /** The same; nobody else changes the set until the transaction ends. */
    Optional<PolicyHead> findForChange(String version) {
        return database.first(
                HEAD + "where version = :version for update", Map.of("version", version), PolicyStore::head);
    }

    /** The set that governs a semester. */
    Optional<PolicyHead> inForce(Semester semester) {
        return database.first(HEAD + """
                where state = 'IN_FORCE' and semester_first_day(effective_from) <= :day
                  and (effective_to is null or semester_first_day(effective_to) >= :day)
                order by semester_first_day(effective_from) desc limit 1
                """, Map.of("day", semester.firstDay()), PolicyStore::head);
    }

    boolean looksAtSchools() {
        return database.number("""
                        select count(*) from eligibility_rule r join policy_set s on s.version = r.policy_version
                        where s.state = 'IN_FORCE'
                          and cardinality(r.school_towns || r.school_areas || r.school_kinds || r.school_natures) > 0
                        """, Map.of()) > 0;
    }

    PolicyContent content(String version) {
        return new PolicyContent(
                rows(RowKind.DOCUMENT, version, DocumentRow.class),
                rows(RowKind.PROGRAMME, version, ProgrammeRow.class),
                rows(RowKind.RATE, version, RateRow.class),
                rows(RowKind.RULE, version, RuleRow.class),
                rows(RowKind.COMBINATION, version, CombinationRow.class),
                rows(RowKind.SHARE, version, ShareRow.class));
    }

    /** The name of the next set that begins in a semester. */
    String nextVersion(Semester from) {
        return from.code() + "." + database.number("""
                        select coalesce(max(split_part(version, '.', 2)::int), 0) + 1 from policy_set
                        where version ~ ('^' || :from || '\\.[0-9]+$')
                        """, Map.of("from", from.code()));
    }

    /** A new draft with the rows of the set it is based on. */
    void draft(String version, PolicyResource.Beginning asked, PolicyHead base, Actor by) {
        database.update(
                """
                insert into policy_set (version, name_zh, name_en, effective_from, effective_to, state, four_categories,
                    based_on, drafters, drafted_at)
                values (:version, :zh, :en, :from, :to, 'DRAFT', :four, :base, array[:by], :now)
                """,
                Values.of("version", version)
                        .and("zh", asked.nameZh())
                        .and("en", asked.nameEn())
                        .and("from", asked.effectiveFrom().code())
                        .and("to", code(asked.effectiveTo()))
                        .and("four", base.fourCategories())
                        .and("base", base.version())
                        .and("by", by.id())
                        .and("now", clock.now()));
        replaceRows(version, content(base.version()));
    }

    void describe(String version, PolicyResource.Particulars asked) {
        database.update(
                """
                update policy_set set name_zh = :zh, name_en = :en, effective_to = :to, four_categories = :four
                where version = :version
                """,
                Values.of("version", version)
                        .and("zh", asked.nameZh())
                        .and("en", asked.nameEn())
                        .and("to", code(asked.effectiveTo()))
                        .and("four", asked.fourCategories()));
    }

    /** Counts the revision up and remembers who wrote. */
    void edited(String version, Actor by) {
        database.update("""
                update policy_set set revision = revision + 1, drafted_at = :now,
                    drafters = case when :by = any (drafters) then drafters else drafters || :by::text end
                where version = :version
                """, Map.of("version", version, "by", by.id(), "now", clock.now()));
    }

    void approve(String version, String reason, Actor by) {
        database.update(
                """
                update policy_set set state = :to, revision = revision + 1, approved_by = :by,
                    approved_by_name = :name, approved_at = :now, approval_reason = :reason
                where version = :version
                """,
                Values.of("version", version)
                        .and("by", by.id())
                        .and("name", by.name())
                        .and("reason", reason)
                        .and("to", PolicyEdge.APPROVAL.to())
                        .and("now", clock.now()));
    }

    /** The programmes of the set become known to awards and books, called as it calls them. */
    void putInForce(String version) {
        database.update("""
                update policy_set set state = :to, revision = revision + 1, in_force_since = :now where version = :version
                """, Map.of("version", version, "to", PolicyEdge.ENTRY_INTO_FORCE.to(), "now", clock.now()));
        database.update("""
                insert into programme (code, name_zh, name_en, form, payer)
                select code, name_zh, name_en, form, payer from policy_programme where policy_version = :version
                on conflict (code) do update set name_zh = excluded.name_zh, name_en = excluded.name_en,
                  form = excluded.form, payer = excluded.payer
                """, Map.of("version", version));
    }

    void retire(String version, PolicyEdge edge) {
        database.update(
                "update policy_set set state = :to, revision = revision + 1 where version = :version",
                Map.of("version", version, "to", edge.to()));
    }

    void replaceRows(String version, PolicyContent content) {
        for (RowKind kind : RowKind.values()) {
            database.update(
                    "delete from " + kind.table() + " where policy_version = :version", Map.of("version", version));
            insert(kind, version, kind.of(content));
        }
    }

    /** Writes rows in place of those of the same names. */
    void upsert(RowKind kind, String version, List<?> rows) {
        for (Object row : rows) {
            delete(kind, version, nameOf(kind, row));
        }
        insert(kind, version, rows);
    }

    /** False where there is no row of that name. */
    boolean delete(RowKind kind, String version, List<String> name) {
        Values values = Values.of("version", version);
        StringBuilder sql = new StringBuilder("delete from " + kind.table() + " where policy_version = :version");
        for (int i = 0; i < kind.key().size(); i++) {
            sql.append(" and ")
                    .append(kind.key().get(i))
                    .append("::text = :key")
                    .append(i);
            values.and("key" + i, name.get(i));
        }
        return database.update(sql.toString(), values) == 1;
    }

    /** What tells a row from the others of its kind. */
    static List<String> nameOf(RowKind kind, Object row) {
        var columns = COLUMNS.valueToTree(row);
        return kind.key().stream().map(column -> columns.get(column).asText()).toList();
    }

    private void insert(RowKind kind, String version, List<?> rows) {
        if (rows.isEmpty()) {
            return;
        }
        database.update("""
                insert into %1$s
                select (jsonb_populate_record(null::%1$s, row || jsonb_build_object('policy_version', :version::text))).*
                from jsonb_array_elements(:rows::jsonb) row
                """.formatted(kind.table()), Map.of("version", version, "rows", written(rows)));
    }

    private <R> List<R> rows(RowKind kind, String version, Class<R> type) {
        return database.list(
                "select to_jsonb(r) - 'policy_version' from " + kind.table()
                        + " r where policy_version = :version order by " + kind.order(),
                Map.of("version", version),
                row -> read(row.getString(1), type));
    }

    private static <R> R read(String row, Class<R> type) {
        try {
            return COLUMNS.readValue(row, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row of a policy set cannot be read", e);
        }
    }

    private static String written(Object value) {
        try {
            return COLUMNS.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row of a policy set cannot be written", e);
        }
    }

    private static PolicyHead head(ResultSet row) throws SQLException {
        return new PolicyHead(
                row.getString(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                Semester.parse(row.getString(5)),
                row.getString(6) == null ? null : Semester.parse(row.getString(6)),
                Rows.constant(row, 7, PolicyState.class),
                Set.copyOf(Rows.strings(row, 8)),
                row.getString(9),
                Set.copyOf(Rows.strings(row, 10)),
                Rows.instant(row, 11),
                row.getString(12),
                Rows.instant(row, 13),
                row.getString(14),
                Rows.instant(row, 15));
    }

    private static String code(Semester semester) {
        return semester == null ? null : semester.code();
    }
}
