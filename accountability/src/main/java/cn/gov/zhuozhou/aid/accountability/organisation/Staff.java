package cn.gov.zhuozhou.aid.accountability.organisation;

import cn.gov.zhuozhou.aid.accountability.Conditions;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who holds which post today, and the lists of people and posts. */
@ApplicationScoped
public class Staff {
    private static final String HELD = """
            select p.id, p.staffNumber, p.name, o.schoolCode, o.kind, k.answersForPupils, o.grade, o.className
            from Post o join Person p on p.id = o.personId join PostKind k on k.code = o.kind
            where o.until is null and o.schoolCode = :school""";

    @Inject
    EntityManager entities;

    /** Everybody who holds a post at the school today. */
    public List<StaffMember> atSchool(String schoolCode) {
        return entities.createQuery(HELD + " order by p.staffNumber, k.position", StaffMember.class)
                .setParameter("school", schoolCode)
                .getResultList();
    }

    /** The person in the post nearest to pupils he holds at the school today. */
    public Optional<StaffMember> atSchool(String schoolCode, UUID personId) {
        return entities
                .createQuery(HELD + " and p.id = :person order by k.position desc", StaffMember.class)
                .setParameter("school", schoolCode)
                .setParameter("person", personId)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    List<PersonView> people(Jurisdiction jurisdiction, String school, UUID after, int limit) {
        var held = new Conditions()
                .and("o.personId = p.id")
                .within(jurisdiction, "o.schoolCode", "u.town")
                .and("o.schoolCode = :school", "school", school);
        String narrowed =
                "exists (select 1 from Post o left join Unit u on u.schoolCode = o.schoolCode" + held.where() + ")";
        boolean everybody = jurisdiction.isBureau() && school == null;
        var conditions = new Conditions().and(everybody ? "1 = 1" : narrowed).and("p.id > :after", "after", after);
        String hql = "select p.id, p.staffNumber, p.name from Person p" + conditions.where() + " order by p.id";
        var query = conditions.bind(entities.createQuery(hql, PersonView.class));
        return (everybody ? query : held.bind(query)).setMaxResults(limit).getResultList();
    }

    List<PostView> posts(Jurisdiction jurisdiction, PostFilter filter, UUID after, int limit) {
        var conditions = new Conditions()
                .within(jurisdiction, "o.schoolCode", "u.town")
                .and("o.schoolCode = :school", "school", filter.school())
                .and("o.personId = :person", "person", filter.person())
                .and("o.kind = :kind", "kind", filter.kind())
                .and("o.id > :after", "after", after);
        if (!filter.ended()) {
            conditions.and("o.until is null");
        }
        String hql = """
                select o.id, p.id, p.staffNumber, p.name, o.schoolCode, o.kind, k.title, o.grade, o.className, o.since, o.until
                from Post o join Person p on p.id = o.personId join PostKind k on k.code = o.kind
                left join Unit u on u.schoolCode = o.schoolCode""" + conditions.where() + " order by o.id";
        return conditions
                .bind(entities.createQuery(hql, PostView.class))
                .setMaxResults(limit)
                .getResultList();
    }
}
