package cn.gov.zhuozhou.aid.inspection.datacheck;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.inspection.datacheck.rule.MustPay;
import cn.gov.zhuozhou.aid.inspection.mirror.Stage;
import cn.gov.zhuozhou.aid.inspection.mirror.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the tables {@code data_check}, {@code must_pay} and {@code payment_limit}; they are small and read anew for every batch. */
@ApplicationScoped
class RuleBooks {
    @Inject
    Database database;

    @Inject
    PaymentLimits paymentLimits;

    RuleBook present() {
        return new RuleBook(checks(), mustPay(), paymentLimits.present());
    }

    private Map<String, DataCheck> checks() {
        Map<String, DataCheck> checks = new LinkedHashMap<>();
        database.forEach(
                "select code, subject_kind, name_zh, name_en, legal_basis, deadline_days from data_check order by position",
                Map.of(),
                row -> checks.put(
                        row.getString(1),
                        new DataCheck(
                                row.getString(1),
                                Rows.constant(row, 2, Subject.Kind.class),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getInt(6))));
        return checks;
    }

    private List<MustPay> mustPay() {
        return database.list(
                "select programme, name_zh, name_en, stage, boarders_only, first_day, last_day, legal_basis"
                        + " from must_pay order by programme, stage, first_day",
                Map.of(),
                row -> new MustPay(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        Rows.constant(row, 4, Stage.class),
                        row.getBoolean(5),
                        row.getObject(6, LocalDate.class),
                        row.getObject(7, LocalDate.class),
                        row.getString(8)));
    }
}
