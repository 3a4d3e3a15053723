package cn.gov.zhuozhou.aid.accountability.casefile;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Json;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was told about pupils, every revision once, in whatever order it came. */
@ApplicationScoped
class CaseEntries {
    private static final String ADD = """
            insert into case_entry (id, student_id, source, subject_id, revision, at, who, detail)
            values (uuidv7(), :student, :source, :subject, :revision, :at, :who, :detail::jsonb) on conflict do nothing""";

    private static final String OF_PUPIL = """
            select source, subject_id, revision, at, who, detail::text from case_entry
            where student_id = :student
               or source = 'NOTICE' and subject_id in (
                    select detail ->> 'noticeId' from case_entry where student_id = :student and source = 'ELIGIBILITY')
            order by at, source, revision""";

    @Inject
    Database database;

    @Inject
    Json json;

    void add(UUID studentId, Entry entry) {
        database.update(
                ADD,
                Values.of("student", studentId)
                        .and("source", entry.source())
                        .and("subject", entry.subjectId())
                        .and("revision", entry.revision())
                        .and("at", entry.at())
                        .and("who", entry.who())
                        .and("detail", json.write(entry.detail())));
    }

    List<Entry> of(UUID studentId) {
        return database.list(OF_PUPIL, Map.of("student", studentId), this::entry);
    }

    private Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                Rows.constant(row, 1, Source.class),
                row.getString(2),
                row.getLong(3),
                Rows.instant(row, 4),
                row.getString(5),
                json.read(row.getString(6)));
    }
}
