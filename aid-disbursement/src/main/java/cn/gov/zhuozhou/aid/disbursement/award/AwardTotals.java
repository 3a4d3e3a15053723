package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Adds awards up by programme, payer and state. Amounts are fen; waivers at a school's own charge count 0. */
@ApplicationScoped
class AwardTotals {
    record Line(
            String programme, String programmeName, String form, String payer, String state, long awards, long fen) {}

    /**
     * The totals of a semester.
     *
     * @param countyCashFen what the county itself pays out in cash for what is proposed or approved
     */
    record Totals(String semester, long countyCashAwards, long countyCashFen, List<Line> lines) {}

    private static final String SUM = """
            select programme, min(programme_name), form, payer, state, count(*), coalesce(sum(amount_fen), 0)
            from award
            where semester = :semester and (:ownSchool::text is null or school_code = :ownSchool)
              and (:ownTown::text is null or school_town = :ownTown)
            group by programme, form, payer, state order by programme, payer, state
            """;

    @Inject
    Database database;

    Totals of(Semester semester, Jurisdiction within) {
        return total(
                semester,
                database.list(
                        SUM,
                        Values.of(within.parameters()).and("semester", semester.code()),
                        row -> new Line(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getLong(6),
                                row.getLong(7))));
    }

    private static Totals total(Semester semester, List<Line> lines) {
        List<Line> cash = lines.stream()
                .filter(l -> "COUNTY".equals(l.payer()) && "CASH_CARD".equals(l.form()))
                .filter(l -> "PROPOSED".equals(l.state()) || "APPROVED".equals(l.state()))
                .toList();
        return new Totals(
                semester.code(),
                cash.stream().mapToLong(Line::awards).sum(),
                cash.stream().mapToLong(Line::fen).sum(),
                lines);
    }
}
