package cn.gov.zhuozhou.aid.inspection.datacheck;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads notices that have ended, with the town of their school where a pupil of it is known. */
@ApplicationScoped
class EndedNotices {
    /** @param complete null where nobody said */
    record Ended(UUID id, String schoolCode, String town, Boolean complete, List<String> gaps) {}

    @Inject
    Database database;

    List<Ended> of(Collection<UUID> noticeIds) {
        return noticeIds.isEmpty()
                ? List.of()
                : database.list(
                        """
                        select notice_id, school_code,
                          (select school_town from pupil p where p.school_code = n.school_code and school_town is not null limit 1),
                          evidence_complete, evidence_gaps
                        from notice n where notice_id = any (:ids)
                        """,
                        Map.of("ids", noticeIds),
                        row -> new Ended(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getObject(4, Boolean.class),
                                Rows.strings(row, 5)));
    }
}
