package cn.gov.zhuozhou.aid.accountability.organisation;

import cn.gov.zhuozhou.aid.accountability.Conditions;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class Units implements PanacheRepositoryBase<Unit, String> {
    void follow(SchoolChange school) {
        if (findByIdOptional(Unit.townCode(school.town())).isEmpty()) {
            persistAndFlush(Unit.centralSchool(school.town()));
        }
        findByIdOptional(Unit.schoolUnit(school.schoolCode()))
                .ifPresentOrElse(known -> known.follow(school), () -> persistAndFlush(Unit.school(school)));
    }

    /** Schools that are withdrawn are none. */
    List<UnitView> list(Jurisdiction jurisdiction, Unit.Kind kind, String after, int limit) {
        var conditions = new Conditions()
                .within(jurisdiction, "u.schoolCode", "u.town")
                .and("not u.withdrawn")
                .and("u.kind = :kind", "kind", kind)
                .and("u.code > :after", "after", after);
        String hql = "select u.code, u.kind, u.name, u.parentCode, u.town, u.schoolCode, u.stage from Unit u"
                + conditions.where() + " order by u.code";
        return conditions
                .bind(getEntityManager().createQuery(hql, UnitView.class))
                .setMaxResults(limit)
                .getResultList();
    }
}
