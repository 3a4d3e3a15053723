package cn.gov.zhuozhou.aid.disbursement.policy;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.disbursement.DisbursementProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Dated rates: read by semester, added, never changed. */
@ApplicationScoped
class Rates {
    /** A rate in effect; {@code amountFen} is fen per semester, null for a waiver at the school's own charge. */
    record RateView(
            UUID id,
            String programme,
            String key,
            Long amountFen,
            String effectiveFrom,
            String scope,
            String document) {}

    @Inject
    EntityManager database;

    @Inject
    Trail trail;

    @SuppressWarnings("unchecked")
    List<RateView> in(Semester semester) {
        return database.createNativeQuery("""
                        select distinct on (r.programme, r.rate_key)
                               r.id, r.programme, r.rate_key, r.amount_fen, r.effective_from, r.scope, d.title_zh
                        from rate r join document d on d.code = r.document
                        where semester_first_day(r.effective_from) <= :day
                        order by r.programme, r.rate_key, semester_first_day(r.effective_from) desc
                        """, RateView.class)
                .setParameter("day", semester.firstDay())
                .getResultList();
    }

    /** Must run in a transaction. Awards already decided keep the rate they rest on, so an earlier semester is refused. */
    UUID add(RateResource.AddRateRequest asked, Actor actor) {
        refuseUnknownKey(asked);
        refuseInUse(asked);
        UUID id = Ids.next();
        int added = database.createNativeQuery("""
                        insert into rate (id, programme, rate_key, amount_fen, effective_from, scope, document, added_by)
                        values (:id, :programme, :key, :fen, :semester, 'COUNTY', :document, :by) on conflict do nothing
                        """)
                .setParameter("id", id)
                .setParameter("programme", asked.programme())
                .setParameter("key", asked.key())
                .setParameter("fen", asked.amountFen())
                .setParameter("semester", asked.effectiveFrom().code())
                .setParameter("document", asked.document())
                .setParameter("by", actor.id())
                .executeUpdate();
        if (added == 0) {
            throw new ProblemException(DisbursementProblem.RATE_EXISTS);
        }
        database.createNativeQuery("update policy_set set revision = revision + 1 where state = 'IN_FORCE'")
                .executeUpdate();
        trail.record(
                actor,
                "rate.added",
                "rate",
                id.toString(),
                null,
                Map.of("programme", asked.programme(), "key", asked.key(), "amountFen", asked.amountFen()));
        return id;
    }

    private void refuseUnknownKey(RateResource.AddRateRequest asked) {
        Object known = database.createNativeQuery("""
                        select exists (select from rate where programme = :programme and rate_key = :key)
                           and exists (select from document where code = :document)
                        """)
                .setParameter("programme", asked.programme())
                .setParameter("key", asked.key())
                .setParameter("document", asked.document())
                .getSingleResult();
        if (!Boolean.TRUE.equals(known)) {
            throw new ProblemException(DisbursementProblem.RATE_KEY_UNKNOWN);
        }
    }

    private void refuseInUse(RateResource.AddRateRequest asked) {
        Object used = database.createNativeQuery("""
                        select exists (select from award where programme = :programme
                                         and semester_first_day(semester) >= :day)
                        """)
                .setParameter("programme", asked.programme())
                .setParameter("day", asked.effectiveFrom().firstDay())
                .getSingleResult();
        if (Boolean.TRUE.equals(used)) {
            throw new ProblemException(DisbursementProblem.RATE_IN_USE);
        }
    }
}
