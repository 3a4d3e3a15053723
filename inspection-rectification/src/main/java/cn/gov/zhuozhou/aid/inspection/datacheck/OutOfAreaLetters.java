package cn.gov.zhuozhou.aid.inspection.datacheck;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.inspection.mirror.OutOfAreaOverdue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads where the letters to schools outside the county stand. */
@ApplicationScoped
class OutOfAreaLetters {
    /** @param overdue null where nothing is late */
    record Standing(UUID id, String town, OutOfAreaOverdue overdue, boolean escalated) {}

    @Inject
    Database database;

    List<Standing> of(Collection<UUID> ids) {
        return database.list(
                """
                select out_of_area_student_id, town, overdue, escalated from out_of_area_student
                where out_of_area_student_id = any (:ids)""",
                Map.of("ids", ids),
                row -> new Standing(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        Rows.constant(row, 3, OutOfAreaOverdue.class),
                        row.getBoolean(4)));
    }
}
