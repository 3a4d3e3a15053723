package cn.gov.zhuozhou.aid.inspection.finding;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** What happened to each line; rows are only ever added. */
@ApplicationScoped
class FindingHistory {
    /** A step as callers see it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(
            long revision,
            Instant at,
            FindingAct act,
            FindingState from,
            FindingState to,
            String ownerUnit,
            LocalDate deadline,
            String actor,
            String note) {}

    private static final String INSERT = """
            insert into finding_history (finding_id, revision, at, act, from_state, to_state, owner_unit, deadline,
              actor, actor_name, note, reasons) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String OF_FINDING = """
            select revision, at, act, from_state, to_state, owner_unit, deadline, actor_name, note
            from finding_history where finding_id = ? order by id""";

    @Inject
    DataSource dataSource;

    /** The findings must have been flushed. */
    void add(List<HistoryEntry> entries) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(INSERT)) {
            for (HistoryEntry entry : entries) {
                statement.setObject(1, entry.findingId());
                statement.setLong(2, entry.revision());
                statement.setObject(3, entry.at().atOffset(ZoneOffset.UTC));
                statement.setString(4, entry.act().name());
                statement.setString(5, name(entry.from()));
                statement.setString(6, entry.to().name());
                statement.setString(7, entry.ownerUnit());
                statement.setObject(8, entry.deadline());
                statement.setString(9, entry.actor().id());
                statement.setString(10, entry.actor().name());
                statement.setString(11, entry.note());
                statement.setString(12, Reasons.write(entry.reasons()));
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("the history cannot be written", e);
        }
    }

    List<Step> of(UUID findingId) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(OF_FINDING)) {
            statement.setObject(1, findingId);
            try (var rows = statement.executeQuery()) {
                List<Step> steps = new ArrayList<>();
                while (rows.next()) {
                    steps.add(new Step(
                            rows.getLong(1),
                            rows.getObject(2, OffsetDateTime.class).toInstant(),
                            FindingAct.valueOf(rows.getString(3)),
                            state(rows.getString(4)),
                            state(rows.getString(5)),
                            rows.getString(6),
                            rows.getObject(7, LocalDate.class),
                            rows.getString(8),
                            rows.getString(9)));
                }
                return steps;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the history cannot be read", e);
        }
    }

    private static String name(FindingState state) {
        return state == null ? null : state.name();
    }

    private static FindingState state(String name) {
        return name == null ? null : FindingState.valueOf(name);
    }
}
