package cn.gov.zhuozhou.aid.inspection.finding;

import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class Findings implements PanacheRepositoryBase<Finding, UUID> {
    /** All lines of these subjects, the latest last. */
    List<Finding> ofSubjects(Collection<UUID> subjectIds) {
        return list("subjectId in ?1 order by openedAt, id", subjectIds);
    }

    /** The line to be acted on, locked; not found where it lies outside the jurisdiction. */
    Finding toActOn(UUID id, Jurisdiction jurisdiction) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .filter(f -> jurisdiction.coversSchool(f.schoolCode, f.town))
                .orElseThrow(ProblemException::notFound);
    }
}
