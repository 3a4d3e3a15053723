package cn.gov.zhuozhou.aid.disbursement.paymentbatch;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Terms of programmes the semester's days are not meant for, as dated rows; rows are only added. View {@code award_due} reads them. */
@ApplicationScoped
class ProgrammeTerms {
    /**
     * A term from a day on.
     *
     * @param until as {@code 08-31}, in the year of the semester an award is of
     * @param awardDays days an award has from its approval, where that is later
     */
    record Term(String programme, LocalDate firstDay, String until, int awardDays, String document) {}

    record TermList(List<Term> items) {}

    @Inject
    Database database;

    TermList all() {
        return new TermList(database.list(
                """
                select programme, first_day, until, award_days, document from payment_term_of_programme
                order by programme, first_day
                """,
                Map.of(),
                row -> new Term(
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        row.getString(3),
                        row.getInt(4),
                        row.getString(5))));
    }

    /** False where there is one from that day already. */
    boolean add(Term term, Actor by) {
        if (database.number(
                        "select count(*) from programme where code = :programme", Map.of("programme", term.programme()))
                == 0) {
            throw new ProblemException(
                    CommonProblem.INVALID_FIELDS,
                    Text.of("没有资助项目 %s。", "There is no programme %s.").formatted(term.programme()));
        }
        int added = database.update(
                """
                insert into payment_term_of_programme (programme, first_day, until, award_days, document, set_by)
                values (:programme, :day, :until, :days, :document, :by) on conflict do nothing
                """,
                Values.of("programme", term.programme())
                        .and("day", term.firstDay())
                        .and("until", term.until())
                        .and("days", term.awardDays())
                        .and("document", term.document())
                        .and("by", by.id()));
        return added == 1;
    }
}
