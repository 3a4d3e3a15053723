package cn.gov.zhuozhou.aid.registry.publicnotice;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** How many working days things around a notice take: dated rows, for no law says it once and for all. */
@ApplicationScoped
class NoticeTerms {
    enum Matter {
        PERIOD_GENERAL,
        PERIOD_REG_POOR,
        /** From an objection to the school's written answer. */
        RECHECK,
        /** From an appeal to the aid centre's answer. */
        APPEAL;

        static Matter periodOf(Notice.Kind kind) {
            return switch (kind) {
                case GENERAL -> PERIOD_GENERAL;
                case REG_POOR -> PERIOD_REG_POOR;
            };
        }
    }

    record Term(Matter matter, LocalDate validFrom, int workingDays, String source) {}

    @Inject
    Database database;

    /** The working days in force on a day. */
    int workingDays(Matter matter, LocalDate on) {
        return database.first("""
                        select working_days from notice_term where matter = :matter and valid_from <= :day
                        order by valid_from desc limit 1
                        """, Map.of("matter", matter, "day", on), row -> row.getInt(1))
                .orElseThrow(() -> new IllegalStateException("no term of " + matter + " is in force"));
    }

    List<Term> all() {
        return database.list(
                "select matter, valid_from, working_days, source from notice_term order by matter, valid_from",
                Map.of(),
                NoticeTerms::term);
    }

    /** False where the matter has a term from that day already. */
    boolean add(Term term, String by) {
        return database.update(
                        """
                        insert into notice_term (matter, valid_from, working_days, source, entered_by)
                        values (:matter, :from, :days, :source, :by) on conflict do nothing
                        """,
                        Values.of("matter", term.matter())
                                .and("from", term.validFrom())
                                .and("days", term.workingDays())
                                .and("source", term.source())
                                .and("by", by))
                == 1;
    }

    private static Term term(ResultSet row) throws SQLException {
        return new Term(
                Matter.valueOf(row.getString(1)), row.getObject(2, LocalDate.class), row.getInt(3), row.getString(4));
    }
}
