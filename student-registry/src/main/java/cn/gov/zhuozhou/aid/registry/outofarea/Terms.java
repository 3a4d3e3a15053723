package cn.gov.zhuozhou.aid.registry.outofarea;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessCalendar;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** How many working days letters and replies may take: dated rows, for the plan says only "in time". */
@ApplicationScoped
class Terms {
    enum Matter {
        /** From the day he is known, or a letter came back, to its dispatch. */
        LETTER,
        /** From dispatch to the reply. */
        REPLY,
        /** From a chaser to the reply. */
        AFTER_CHASER
    }

    record Term(Matter matter, LocalDate validFrom, int workingDays, String source) {}

    @Inject
    Database database;

    @Inject
    BusinessCalendar calendar;

    /** The last day for what begins on a day, which is not counted. */
    LocalDate due(Matter matter, LocalDate from) {
        return calendar.workingDays().after(from, workingDays(matter, from));
    }

    int workingDays(Matter matter, LocalDate on) {
        return database.first("""
                        select working_days from out_of_area_term where matter = :matter and valid_from <= :day
                        order by valid_from desc limit 1""", Map.of("matter", matter, "day", on), row -> row.getInt(1))
                .orElseThrow(() -> new IllegalStateException("no term of " + matter + " is in force"));
    }

    List<Term> all() {
        return database.list(
                "select matter, valid_from, working_days, source from out_of_area_term order by matter, valid_from",
                Map.of(),
                row -> new Term(
                        Rows.constant(row, 1, Matter.class),
                        row.getObject(2, LocalDate.class),
                        row.getInt(3),
                        row.getString(4)));
    }

    /** False where the matter has a term from that day already. */
    boolean add(Term term, String by) {
        return database.update(
                        """
                        insert into out_of_area_term (matter, valid_from, working_days, source, entered_by)
                        values (:matter, :from, :days, :source, :by) on conflict do nothing""",
                        Values.of("matter", term.matter())
                                .and("from", term.validFrom())
                                .and("days", term.workingDays())
                                .and("source", term.source())
                                .and("by", by))
                == 1;
    }
}
