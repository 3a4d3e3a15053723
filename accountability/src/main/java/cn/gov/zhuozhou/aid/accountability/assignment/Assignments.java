package cn.gov.zhuozhou.aid.accountability.assignment;

import cn.gov.zhuozhou.aid.accountability.Conditions;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.FlushModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class Assignments implements PanacheRepositoryBase<Assignment, UUID> {
    Optional<Assignment> openOf(UUID studentId) {
        return getEntityManager()
                .createQuery("from Assignment where studentId = :student and state <> ENDED", Assignment.class)
                .setParameter("student", studentId)
                .setFlushMode(FlushModeType.COMMIT) // the journal writes every change at once
                .getResultStream()
                .findFirst();
    }

    /** How many pupils each of the people answers for, this transaction's own assignments included. */
    Map<UUID, Long> loads(Collection<UUID> people) {
        return getEntityManager()
                .createQuery(
                        "select a.personId, count(a) from Assignment a"
                                + " where a.personId in :people and a.state in (PROPOSED, ACTIVE) group by a.personId",
                        Object[].class)
                .setParameter("people", people)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Long) row[1]));
    }

    /** Pupils of these schools who have nobody, or somebody who holds no post there or has another name by now. */
    List<UUID> pupilsInNeed(Collection<String> schools) {
        String hql = """
                select a.studentId from Assignment a
                where a.state <> ENDED and a.schoolCode in :schools
                  and (a.personId is null or not exists (select 1 from Post o join Person p on p.id = o.personId
                       where p.id = a.personId and p.name = a.personName
                         and o.schoolCode = a.schoolCode and o.until is null))
                order by a.studentId""";
        return getEntityManager()
                .createQuery(hql, UUID.class)
                .setParameter("schools", schools)
                .getResultList();
    }

    /** Proposals in the jurisdiction, of one school or of all, that the actor may confirm. */
    List<Assignment> proposed(Jurisdiction jurisdiction, String school, String notBy) {
        var conditions = new Conditions()
                .and("a.state = PROPOSED")
                .and("a.proposedBy <> :notBy", "notBy", notBy)
                .within(jurisdiction, "a.schoolCode", "a.schoolTown")
                .and("a.schoolCode = :school", "school", school);
        return conditions
                .bind(getEntityManager()
                        .createQuery("from Assignment a" + conditions.where() + " order by a.id", Assignment.class))
                .getResultList();
    }

    List<AssignmentView> list(Jurisdiction jurisdiction, AssignmentFilter filter, UUID after, int limit) {
        var conditions = filter.conditions()
                .within(jurisdiction, "a.schoolCode", "a.schoolTown")
                .and("a.id > :after", "after", after);
        return conditions
                .bind(getEntityManager()
                        .createQuery(
                                AssignmentView.SELECT + conditions.where() + " order by a.id", AssignmentView.class))
                .setMaxResults(limit)
                .getResultList();
    }

    Optional<AssignmentView> view(Jurisdiction jurisdiction, UUID id) {
        var conditions =
                new Conditions().and("a.id = :id", "id", id).within(jurisdiction, "a.schoolCode", "a.schoolTown");
        return conditions
                .bind(getEntityManager().createQuery(AssignmentView.SELECT + conditions.where(), AssignmentView.class))
                .getResultStream()
                .findFirst();
    }

    /** The town a school lies in, as its assignments know; null where it has none. */
    String townOf(String schoolCode) {
        return getEntityManager()
                .createQuery("select max(a.schoolTown) from Assignment a where a.schoolCode = :school", String.class)
                .setParameter("school", schoolCode)
                .getSingleResult();
    }
}
