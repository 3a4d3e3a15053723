package cn.gov.zhuozhou.aid.disbursement.recovery;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Dated terms of recovery; rows are added, never changed. */
@ApplicationScoped
class RecoveryTerms {
    record Term(LocalDate firstDay, boolean offsetAllowed, String document) {}

    record TermList(List<Term> items) {}

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    TermList all() {
        return new TermList(database.list(
                "select first_day, offset_allowed, document from recovery_term order by first_day",
                Map.of(),
                RecoveryTerms::term));
    }

    /** The term by which an overpayment may be set against a later payment today; it may not where nobody said so. */
    Optional<Term> offsetAllowed() {
        return database.first("""
                        select first_day, offset_allowed, document from recovery_term where first_day <= :today
                        order by first_day desc limit 1
                        """, Map.of("today", clock.today()), RecoveryTerms::term)
                .filter(Term::offsetAllowed);
    }

    private static Term term(ResultSet row) throws SQLException {
        return new Term(row.getObject(1, LocalDate.class), row.getBoolean(2), row.getString(3));
    }

    void set(Term term, Actor by) {
        int written = database.update(
                """
                insert into recovery_term (first_day, offset_allowed, document, set_by, set_by_name, set_at)
                values (:day, :allowed, :document, :by, :name, :now) on conflict do nothing
                """,
                Map.of(
                        "day", term.firstDay(),
                        "allowed", term.offsetAllowed(),
                        "document", term.document(),
                        "by", by.id(),
                        "name", by.name(),
                        "now", clock.now()));
        if (written == 0) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT);
        }
        trail.record(
                by,
                "recovery-term.set",
                "recovery-term",
                term.firstDay().toString(),
                term.document(),
                Map.of("offsetAllowed", term.offsetAllowed()));
    }
}
