package cn.gov.zhuozhou.aid.inspection.datacheck;

import cn.gov.zhuozhou.aid.inspection.datacheck.rule.MustPay;
import cn.gov.zhuozhou.aid.inspection.mirror.Stage;
import cn.gov.zhuozhou.aid.inspection.mirror.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Reads the tables {@code data_check} and {@code must_pay}; they are small and read anew for every batch. */
@ApplicationScoped
class RuleBooks {
    @Inject
    DataSource dataSource;

    RuleBook present() {
        try (var connection = dataSource.getConnection()) {
            return new RuleBook(checks(connection), mustPay(connection));
        } catch (SQLException e) {
            throw new IllegalStateException("the rules cannot be read", e);
        }
    }

    private static Map<String, DataCheck> checks(Connection connection) throws SQLException {
        String sql = "select code, subject_kind, name_zh, name_en, legal_basis, deadline_days from data_check"
                + " order by position";
        try (var statement = connection.prepareStatement(sql);
                var rows = statement.executeQuery()) {
            Map<String, DataCheck> checks = new LinkedHashMap<>();
            while (rows.next()) {
                var check = new DataCheck(
                        rows.getString(1),
                        Subject.Kind.valueOf(rows.getString(2)),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getString(5),
                        rows.getInt(6));
                checks.put(check.code(), check);
            }
            return checks;
        }
    }

    private static List<MustPay> mustPay(Connection connection) throws SQLException {
        String sql = "select programme, name_zh, name_en, stage, boarders_only, first_day, last_day, legal_basis"
                + " from must_pay order by programme, stage, first_day";
        try (var statement = connection.prepareStatement(sql);
                var rows = statement.executeQuery()) {
            List<MustPay> mustPay = new ArrayList<>();
            while (rows.next()) {
                mustPay.add(new MustPay(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getString(3),
                        Stage.valueOf(rows.getString(4)),
                        rows.getBoolean(5),
                        rows.getObject(6, LocalDate.class),
                        rows.getObject(7, LocalDate.class),
                        rows.getString(8)));
            }
            return mustPay;
        }
    }
}
