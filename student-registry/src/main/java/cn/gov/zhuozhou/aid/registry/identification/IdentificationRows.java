package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.registry.identification.Proposal.Proposer;
import cn.gov.zhuozhou.aid.registry.identification.rule.Category;
import cn.gov.zhuozhou.aid.registry.identification.rule.Level;
import cn.gov.zhuozhou.aid.registry.identification.rule.Result;
import cn.gov.zhuozhou.aid.registry.identification.rule.Stage;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How an {@link Identification} lies in its row. */
final class IdentificationRows {
    static final String COLUMNS = """
            i.id, i.student_id, i.semester, i.version, i.result, i.state, i.identified, i.level, i.categories, i.since,
            i.proposed_identified, i.proposed_level, i.proposed_categories, i.settled_result, i.basis, i.valid_basis,
            i.ruling_id, i.notice_id, i.proposed_by, i.proposed_by_name, i.baseline_level, i.baseline_categories,
            i.stage, i.baseline_stage, i.ruled_stage
            """;

    /** Many identifications as rows, from the lists {@link #lists} gives. */
    private static final String ROWS = """
            select id, student, semester, cast(version as bigint) as version, result, state,
                cast(identified as boolean) as identified, level, string_to_array(categories, ',') as categories,
                cast(since as date) as since, cast(proposed_identified as boolean) as proposed_identified, proposed_level,
                string_to_array(proposed_categories, ',') as proposed_categories, settled,
                string_to_array(basis, ',') as basis, cast(valid as boolean) as valid, ruling,
                cast(notice as uuid) as notice, proposer, proposer_name, baseline_level,
                string_to_array(baseline_categories, ',') as baseline_categories, stage, baseline_stage, ruled_stage
            from unnest(:ids, :students, :semesters, :versions, :results, :states, :identified, :levels, :categories, :since,
                :proposedIdentified, :proposedLevels, :proposedCategories, :settled, :basis, :valid, :rulings, :notices,
                :proposers, :proposerNames, :baselineLevels, :baselineCategories, :stages, :baselineStages, :ruledStages)
                as r (id, student, semester, version, result, state, identified, level, categories, since,
                proposed_identified, proposed_level, proposed_categories, settled, basis, valid, ruling, notice, proposer,
                proposer_name, baseline_level, baseline_categories, stage, baseline_stage, ruled_stage)
            """;

    static final String INSERT = """
            insert into identification (id, student_id, semester, version, result, state, identified, level, categories,
                since, proposed_identified, proposed_level, proposed_categories, settled_result, basis, valid_basis,
                ruling_id, notice_id, proposed_by, proposed_by_name, baseline_level, baseline_categories, stage,
                baseline_stage, ruled_stage, changed_at)
            select n.*, :at from (%s) n
            """.formatted(ROWS);

    /** Only what nobody has changed since it was read. */
    static final String UPDATE = """
            update identification i set version = n.version, result = n.result, state = n.state, identified = n.identified,
                level = n.level, categories = n.categories, since = n.since, proposed_identified = n.proposed_identified,
                proposed_level = n.proposed_level, proposed_categories = n.proposed_categories,
                settled_result = n.settled, basis = n.basis, valid_basis = n.valid, ruling_id = n.ruling,
                notice_id = n.notice, proposed_by = n.proposer, proposed_by_name = n.proposer_name,
                baseline_level = n.baseline_level, baseline_categories = n.baseline_categories, stage = n.stage,
                baseline_stage = n.baseline_stage, ruled_stage = n.ruled_stage, changed_at = :at
            from (%s) n
            where i.id = n.id and i.version = n.version - 1
            """.formatted(ROWS);

    private IdentificationRows() {}

    static Identification read(ResultSet row) throws SQLException {
        var inForce = new Standing(row.getBoolean(7), level(row.getString(8)), categories(row.getArray(9)));
        var proposed = new Standing(row.getBoolean(11), level(row.getString(12)), categories(row.getArray(13)));
        String settled = row.getString(14);
        return new Identification(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getLong(4),
                new Proposal(
                        Result.valueOf(row.getString(5)),
                        State.valueOf(row.getString(6)),
                        proposed,
                        row.getObject(18, UUID.class),
                        new Proposer(row.getString(19), row.getString(20))),
                new InForce(
                        inForce,
                        row.getObject(10, LocalDate.class),
                        settled == null ? null : Result.valueOf(settled),
                        Standing.of(level(row.getString(21)), categories(row.getArray(22))),
                        stage(row.getString(23)),
                        stage(row.getString(24))),
                new Ground(
                        categories(row.getArray(15)),
                        row.getBoolean(16),
                        row.getObject(17, UUID.class),
                        stage(row.getString(25))));
    }

    /** The values of {@link #INSERT} and {@link #UPDATE}, a list for each column. */
    static Map<String, Object> lists(List<Identification> all, Instant at) {
        Map<String, Object> lists = new HashMap<>();
        lists.put("at", at);
        BiConsumer<String, Function<Identification, Object>> column = (name, value) ->
                lists.put(name, Arrays.asList(all.stream().map(value).toArray()));
        column.accept("ids", Identification::id);
        column.accept("students", Identification::studentId);
        column.accept("semesters", Identification::semester);
        column.accept("versions", Identification::version);
        column.accept("results", i -> name(i.result()));
        column.accept("states", i -> name(i.state()));
        column.accept("identified", i -> i.inForce().standing().identified());
        column.accept("levels", i -> name(i.inForce().standing().level()));
        column.accept("categories", i -> joined(i.inForce().standing().categories()));
        column.accept("since", i -> i.inForce().since());
        column.accept("proposedIdentified", i -> i.proposal().standing().identified());
        column.accept("proposedLevels", i -> name(i.proposal().standing().level()));
        column.accept("proposedCategories", i -> joined(i.proposal().standing().categories()));
        column.accept("settled", i -> name(i.inForce().settled()));
        column.accept("basis", i -> joined(i.ground().basis()));
        column.accept("valid", i -> i.ground().valid());
        column.accept("rulings", i -> i.ground().rulingId());
        column.accept("notices", i -> i.proposal().noticeId());
        column.accept("proposers", i -> i.proposal().by().id());
        column.accept("proposerNames", i -> i.proposal().by().name());
        column.accept("baselineLevels", i -> name(i.inForce().baseline().level()));
        column.accept("baselineCategories", i -> joined(i.inForce().baseline().categories()));
        column.accept("stages", i -> name(i.inForce().stage()));
        column.accept("baselineStages", i -> name(i.inForce().baselineStage()));
        column.accept("ruledStages", i -> name(i.ground().stage()));
        return lists;
    }

    static Level level(String name) {
        return name == null ? null : Level.valueOf(name);
    }

    static Stage stage(String name) {
        return name == null ? null : Stage.valueOf(name);
    }

    static List<Category> categories(Array array) throws SQLException {
        return array == null
                ? List.of()
                : Arrays.stream((String[]) array.getArray())
                        .map(Category::valueOf)
                        .sorted()
                        .toList();
    }

    /** As {@code string_to_array} takes them apart; empty gives an empty array. */
    static String joined(List<Category> categories) {
        return categories.stream().map(Category::name).collect(Collectors.joining(","));
    }

    static Array array(PreparedStatement statement, List<Category> categories) throws SQLException {
        return statement
                .getConnection()
                .createArrayOf("text", categories.stream().map(Category::name).toArray());
    }

    static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }
}
