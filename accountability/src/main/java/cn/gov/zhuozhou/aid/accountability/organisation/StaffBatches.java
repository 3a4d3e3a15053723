package cn.gov.zhuozhou.aid.accountability.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

@ApplicationScoped
class StaffBatches implements PanacheRepositoryBase<StaffBatch, UUID> {
    @Inject
    DataSource dataSource;

    void keepRows(UUID batch, List<StaffRow> rows) {
        String sql =
                "insert into staff_batch_row (batch_id, line, outcome, staff_number, reason) values (?, ?, ?, ?, ?)";
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (StaffRow row : rows) {
                statement.setObject(1, batch);
                statement.setInt(2, row.line());
                statement.setString(3, row.outcome().name());
                statement.setString(4, row.staffNumber());
                statement.setString(
                        5, row.reason() == null ? null : row.reason().name());
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("the rows of a staff list cannot be kept", e);
        }
    }

    /** The rows after a line, of one outcome or of all. */
    List<StaffRow> rows(UUID batch, StaffRow.Outcome outcome, long afterLine, int limit) {
        String sql = "select line, outcome, staff_number, reason from staff_batch_row"
                + " where batch_id = ? and line > ? and (?::text is null or outcome = ?) order by line limit ?";
        String wanted = outcome == null ? null : outcome.name();
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, batch);
            statement.setLong(2, afterLine);
            statement.setString(3, wanted);
            statement.setString(4, wanted);
            statement.setInt(5, limit);
            List<StaffRow> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String reason = row.getString(4);
                    found.add(new StaffRow(
                            row.getInt(1),
                            StaffRow.Outcome.valueOf(row.getString(2)),
                            row.getString(3),
                            reason == null ? null : StaffRow.Refusal.valueOf(reason)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the rows of a staff list cannot be read", e);
        }
    }
}
