package cn.gov.zhuozhou.aid.inspection.report;

import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.ClockConfig;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.inspection.finding.FindingState;
import cn.gov.zhuozhou.aid.inspection.finding.Reason;
import cn.gov.zhuozhou.aid.inspection.finding.Reasons;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Reads the ledger of a jurisdiction line by line, with the responsible person and the last note. */
@ApplicationScoped
class LedgerLines {
    private static final String SELECT = """
            select f.number, f.code, c.name_zh, f.reasons, p.name, f.opened_at,
              case when f.school_code is not null then coalesce(p.school_name, f.school_code)
                when f.town is not null then f.town || '中心校' else '县教育局' end,
              a.person_name, f.measures, f.deadline, f.state, h.note, f.closed_at, f.closed_by,
              f.confirmed_at
            from finding f
            left join data_check c on c.code = f.code
            left join pupil p on p.student_id = f.student_id
            left join lateral (select person_name from assignment where assignment.student_id = f.student_id
              and assignment.state in ('PROPOSED', 'ACTIVE') order by assignment_id desc limit 1) a on true
            left join lateral (select note from finding_history where finding_id = f.id and note is not null
              order by id desc limit 1) h on true
            where (:ownSchool::text is null or f.school_code = :ownSchool)
              and (:ownTown::text is null or f.town = :ownTown)
            order by f.number""";

    @Inject
    Database database;

    @Inject
    ClockConfig clock;

    List<LedgerLine> within(Jurisdiction jurisdiction) {
        return database.list(SELECT, jurisdiction.parameters(), this::line);
    }

    private LedgerLine line(ResultSet row) throws SQLException {
        String reasons =
                Reasons.read(row.getString(4)).stream().map(Reason::text).collect(Collectors.joining("；"));
        FindingState state = Rows.constant(row, 11, FindingState.class);
        String confirmed = row.getObject(15) == null ? "" : "（问题属实）";
        String note = row.getString(12);
        return new LedgerLine(
                row.getLong(1),
                reasons,
                row.getString(5),
                "数据核查 " + row.getString(2) + " " + row.getString(3),
                day(row, 6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getObject(10, LocalDate.class),
                state.title().zh() + confirmed + (note == null ? "" : "：" + note),
                closing(row));
    }

    private String closing(ResultSet row) throws SQLException {
        LocalDate closed = day(row, 13);
        if (closed == null) {
            return "";
        }
        return closed + ("SYSTEM".equals(row.getString(14)) ? " 问题消除，系统销号" : " 核实销号");
    }

    private LocalDate day(ResultSet row, int column) throws SQLException {
        Instant at = Rows.instant(row, column);
        return at == null ? null : LocalDate.ofInstant(at, clock.zone());
    }
}
