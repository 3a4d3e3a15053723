package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All awards. What is read to be changed is locked, so that events and people wait for each other. */
@ApplicationScoped
class Awards implements PanacheRepositoryBase<Award, UUID> {
    List<Award> liveOf(UUID studentId, Semester semester) {
        return find(
                        "studentId = ?1 and semester = ?2 and state <> ?3 order by id",
                        studentId,
                        semester.code(),
                        AwardState.STOPPED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    Optional<Award> liveOn(UUID application) {
        return find("applicationId = ?1 and state <> ?2", application, AwardState.STOPPED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    Optional<Award> toChange(UUID id, Jurisdiction within) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).filter(award -> within(award, within));
    }

    Optional<Award> toRead(UUID id, Jurisdiction within) {
        return findByIdOptional(id).filter(award -> within(award, within));
    }

    /** The next proposed awards after a cursor; programme and school null for all. */
    List<Award> proposed(ApproveAwards.Selection which, Jurisdiction within, UUID after, int limit) {
        var query = new StringBuilder("state = :state and semester = :semester and id > :after");
        Map<String, Object> values = new HashMap<>();
        values.put("state", AwardState.PROPOSED);
        values.put("semester", which.semester().code());
        values.put("after", after);
        narrow(query, values, "programme", which.programme());
        narrow(query, values, "basis.schoolCode", which.schoolCode());
        narrow(query, values, "basis.schoolCode", "ownSchool", within.school());
        narrow(query, values, "basis.schoolTown", "ownTown", within.town());
        return find(query + " order by id", values)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(0, limit)
                .list();
    }

    private static void narrow(StringBuilder query, Map<String, Object> values, String field, Object value) {
        narrow(query, values, field, field.replace("basis.", ""), value);
    }

    private static void narrow(
            StringBuilder query, Map<String, Object> values, String field, String name, Object value) {
        if (value != null) {
            query.append(" and ").append(field).append(" = :").append(name);
            values.put(name, value);
        }
    }

    private static boolean within(Award award, Jurisdiction jurisdiction) {
        return jurisdiction.coversSchool(
                award.basis().schoolCode(), award.basis().schoolTown());
    }
}
