package cn.gov.zhuozhou.aid.registry.publicnotice;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.registry.identification.rule.Stage;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
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

        boolean isPeriod() {
            return this == PERIOD_GENERAL || this == PERIOD_REG_POOR;
        }

        static Matter periodOf(Notice.Kind kind) {
            return switch (kind) {
                case GENERAL -> PERIOD_GENERAL;
                case REG_POOR -> PERIOD_REG_POOR;
            };
        }
    }

    /**
     * So many working days.
     *
     * @param stage of whose lists it is said; null: every list of the kind, and every matter else
     * @param programme code of the programme that asks for the period; null where none does in particular
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Term(Matter matter, Stage stage, String programme, LocalDate validFrom, int workingDays, String source) {}

    private static final String OF_ALL = "ANY";

    @Inject
    Database database;

    /** The working days in force on a day. */
    int workingDays(Matter matter, LocalDate on) {
        return workingDays(matter, List.of(OF_ALL), on);
    }

    /** The working days a list with pupils of these stages is posted for: the longest any of their programmes asks for. */
    int period(Notice.Kind kind, Collection<Stage> stages, LocalDate on) {
        return workingDays(
                Matter.periodOf(kind), stages.stream().map(Stage::name).toList(), on);
    }

    private int workingDays(Matter matter, List<String> stages, LocalDate on) {
        return database.first("""
                select days from notice_working_days(:matter, :stages, :day) days where days is not null
                """, Map.of("matter", matter, "stages", stages, "day", on), row -> row.getInt(1))
                .orElseThrow(() -> new IllegalStateException("no term of " + matter + " is in force"));
    }

    List<Term> all() {
        return database.list("""
                select matter, stage, programme, valid_from, working_days, source from notice_term
                order by matter, stage, programme, valid_from
                """, Map.of(), NoticeTerms::term);
    }

    /** False where the matter has a term from that day already. */
    boolean add(Term term, String by) {
        return database.update(
                        """
                        insert into notice_term (matter, stage, programme, valid_from, working_days, source, entered_by)
                        values (:matter, :stage, :programme, :from, :days, :source, :by) on conflict do nothing
                        """,
                        Values.of("matter", term.matter())
                                .and(
                                        "stage",
                                        term.stage() == null
                                                ? OF_ALL
                                                : term.stage().name())
                                .and("programme", term.programme() == null ? OF_ALL : term.programme())
                                .and("from", term.validFrom())
                                .and("days", term.workingDays())
                                .and("source", term.source())
                                .and("by", by))
                == 1;
    }

    private static Term term(ResultSet row) throws SQLException {
        String stage = row.getString(2);
        String programme = row.getString(3);
        return new Term(
                Matter.valueOf(row.getString(1)),
                OF_ALL.equals(stage) ? null : Stage.valueOf(stage),
                OF_ALL.equals(programme) ? null : programme,
                row.getObject(4, LocalDate.class),
                row.getInt(5),
                row.getString(6));
    }
}
