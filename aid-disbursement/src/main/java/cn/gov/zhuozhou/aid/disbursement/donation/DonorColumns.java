package cn.gov.zhuozhou.aid.disbursement.donation;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The pupils of a donor in the columns that are shown to him. */
@ApplicationScoped
class DonorColumns {
    private static final String HELPED = """
            select g.id, p.name, p.school_name, p.stage, p.grade, g.from_semester, g.to_semester, g.amount_fen
            from pairing g join pupil p on p.student_id = g.student_id
            where g.donor_id = :donor and g.state = 'ACTIVE' order by g.id
            """;

    @Inject
    Database database;

    List<DonorColumn> shown() {
        return database.list(
                "select code from donor_column where shown", Map.of(), row -> Rows.constant(row, 1, DonorColumn.class));
    }

    List<Map<String, Object>> pupilsOf(UUID donor) {
        List<DonorColumn> shown = shown();
        return database.list(
                HELPED,
                Map.of("donor", donor),
                row -> DonorColumn.shown(
                        new DonorColumn.Helped(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getInt(5),
                                row.getString(6),
                                row.getString(7),
                                row.getLong(8)),
                        shown));
    }
}
