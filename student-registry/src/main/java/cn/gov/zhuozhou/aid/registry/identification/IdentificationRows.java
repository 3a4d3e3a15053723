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
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** How an {@link Identification} lies in its row. */
final class IdentificationRows {
    static final String COLUMNS = """
            i.id, i.student_id, i.semester, i.version, i.result, i.state, i.identified, i.level, i.categories, i.since,
            i.proposed_identified, i.proposed_level, i.proposed_categories, i.settled_result, i.basis, i.valid_basis,
            i.ruling_id, i.notice_id, i.proposed_by, i.proposed_by_name, i.baseline_level, i.baseline_categories,
            i.stage, i.baseline_stage, i.ruled_stage
            """;

    static final String INSERT = """
            insert into identification (result, state, identified, level, categories, since, proposed_identified,
                proposed_level, proposed_categories, settled_result, basis, valid_basis, ruling_id, notice_id,
                proposed_by, proposed_by_name, baseline_level, baseline_categories, stage, baseline_stage, ruled_stage,
                changed_at, version, id, student_id, semester)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    static final String UPDATE = """
            update identification set result = ?, state = ?, identified = ?, level = ?, categories = ?, since = ?,
                proposed_identified = ?, proposed_level = ?, proposed_categories = ?, settled_result = ?, basis = ?,
                valid_basis = ?, ruling_id = ?, notice_id = ?, proposed_by = ?, proposed_by_name = ?,
                baseline_level = ?, baseline_categories = ?, stage = ?, baseline_stage = ?, ruled_stage = ?, changed_at = ?, version = ?
            where id = ? and version = ?
            """;

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

    /** Binds what both statements share; gives the index of the next parameter. */
    static int bind(PreparedStatement statement, Identification now, Instant at) throws SQLException {
        Proposal proposal = now.proposal();
        Standing inForce = now.inForce().standing();
        Result settled = now.inForce().settled();
        Object[] values = {
            proposal.result().name(),
            proposal.state().name(),
            inForce.identified(),
            name(inForce.level()),
            array(statement, inForce.categories()),
            now.inForce().since(),
            proposal.standing().identified(),
            name(proposal.standing().level()),
            array(statement, proposal.standing().categories()),
            name(settled),
            array(statement, now.ground().basis()),
            now.ground().valid(),
            now.ground().rulingId(),
            proposal.noticeId(),
            proposal.by().id(),
            proposal.by().name(),
            name(now.inForce().baseline().level()),
            array(statement, now.inForce().baseline().categories()),
            name(now.inForce().stage()),
            name(now.inForce().baselineStage()),
            name(now.ground().stage()),
            at.atOffset(ZoneOffset.UTC),
            now.version(),
            now.id()
        };
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return values.length + 1;
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
