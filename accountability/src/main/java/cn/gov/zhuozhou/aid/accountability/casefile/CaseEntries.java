package cn.gov.zhuozhou.aid.accountability.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** What was told about pupils, every revision once, in whatever order it came. */
@ApplicationScoped
class CaseEntries {
    private static final String ADD = """
            insert into case_entry (id, student_id, source, subject_id, revision, at, who, detail)
            values (uuidv7(), ?, ?, ?, ?, ?, ?, ?::jsonb) on conflict do nothing""";

    private static final String OF_PUPIL = """
            select source, subject_id, revision, at, who, detail::text from case_entry
            where student_id = ?
               or source = 'NOTICE' and subject_id in (
                    select detail ->> 'noticeId' from case_entry where student_id = ? and source = 'ELIGIBILITY')
            order by at, source, revision""";

    @Inject
    DataSource dataSource;

    @Inject
    ObjectMapper json;

    void add(UUID studentId, Entry entry) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(ADD)) {
            statement.setObject(1, studentId);
            statement.setString(2, entry.source().name());
            statement.setString(3, entry.subjectId());
            statement.setLong(4, entry.revision());
            statement.setObject(5, entry.at().atOffset(ZoneOffset.UTC));
            statement.setString(6, entry.who());
            statement.setString(7, json.writeValueAsString(entry.detail()));
            statement.executeUpdate();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("a case file cannot be written", e);
        }
    }

    List<Entry> of(UUID studentId) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(OF_PUPIL)) {
            statement.setObject(1, studentId);
            statement.setObject(2, studentId);
            List<Entry> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(entry(row));
                }
            }
            return found;
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("a case file cannot be read", e);
        }
    }

    private Entry entry(ResultSet row) throws SQLException, JsonProcessingException {
        JsonNode detail = json.readTree(row.getString(6));
        return new Entry(
                Source.valueOf(row.getString(1)),
                row.getString(2),
                row.getLong(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getString(5),
                detail);
    }
}
