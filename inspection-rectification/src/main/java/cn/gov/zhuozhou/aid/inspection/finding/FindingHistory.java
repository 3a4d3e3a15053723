package cn.gov.zhuozhou.aid.inspection.finding;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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
              actor, actor_name, note, reasons)
            values (:finding, :revision, :at, :act, :from, :to, :owner, :deadline, :actor, :actorName, :note, :reasons)
            """;

    private static final String OF_FINDING = """
            select revision, at, act, from_state, to_state, owner_unit, deadline, actor_name, note
            from finding_history where finding_id = :finding order by id""";

    @Inject
    Database database;

    /** The findings must have been flushed. */
    void add(List<HistoryEntry> entries) {
        database.batch(INSERT, entries, FindingHistory::values);
    }

    List<Step> of(UUID findingId) {
        return database.list(OF_FINDING, Map.of("finding", findingId), FindingHistory::step);
    }

    private static Values values(HistoryEntry entry) {
        return Values.of("finding", entry.findingId())
                .and("revision", entry.revision())
                .and("at", entry.at())
                .and("act", entry.act())
                .and("from", entry.from())
                .and("to", entry.to())
                .and("owner", entry.ownerUnit())
                .and("deadline", entry.deadline())
                .and("actor", entry.actor().id())
                .and("actorName", entry.actor().name())
                .and("note", entry.note())
                .and("reasons", Reasons.write(entry.reasons()));
    }

    private static Step step(ResultSet row) throws SQLException {
        return new Step(
                row.getLong(1),
                Rows.instant(row, 2),
                Rows.constant(row, 3, FindingAct.class),
                Rows.constant(row, 4, FindingState.class),
                Rows.constant(row, 5, FindingState.class),
                row.getString(6),
                row.getObject(7, LocalDate.class),
                row.getString(8),
                row.getString(9));
    }
}
