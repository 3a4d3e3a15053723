package cn.gov.zhuozhou.aid.inspection.mirror;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;

/** The subjects waiting to be checked. A subject taken in a transaction that fails is due again. */
@ApplicationScoped
public class DueSubjects {
    private static final int LONGEST_SETTLING = 5;

    private static final String MARK = """
            insert into due_subject as d (kind, subject_id, due_at)
            values (?, ?, clock_timestamp() + ? * interval '1 ms')
            on conflict (kind, subject_id) do update set follows = false,
              marked_at = case when d.follows then excluded.marked_at else d.marked_at end,
              due_at = case when d.follows then excluded.due_at
                else greatest(d.due_at, least(excluded.due_at, d.marked_at + ? * interval '1 ms')) end""";

    private static final String AGAIN = """
            insert into due_subject (kind, subject_id, due_at, follows)
            values (?, ?, clock_timestamp() + ? * interval '1 ms', true) on conflict do nothing""";

    private static final String CLAIM = """
            delete from due_subject using (
              select kind, subject_id from due_subject where due_at <= clock_timestamp()
              order by due_at limit ? for update skip locked) taken
            where due_subject.kind = taken.kind and due_subject.subject_id = taken.subject_id
            returning due_subject.kind, due_subject.subject_id""";

    @Inject
    DataSource dataSource;

    @Inject
    DataCheckConfig config;

    /** Makes subjects due once they settled; a stream of changes puts a check off, but not for ever. */
    void mark(SortedSet<Subject> subjects) {
        long settle = config.settle().toMillis();
        insert(MARK, subjects, settle, settle * LONGEST_SETTLING);
    }

    /** Has subjects looked at again once what follows an eligibility had its time. */
    public void again(Collection<Subject> subjects) {
        insert(AGAIN, new TreeSet<>(subjects), config.follow().toMillis());
    }

    private void insert(String sql, SortedSet<Subject> subjects, long... millis) {
        if (subjects.isEmpty()) {
            return;
        }
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (Subject subject : subjects) {
                statement.setString(1, subject.kind().name());
                statement.setObject(2, subject.id());
                for (int i = 0; i < millis.length; i++) {
                    statement.setLong(3 + i, millis[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("subjects cannot be made due", e);
        }
    }

    /** Takes the subjects due now, at most {@code limit}; other replicas pass them by until the transaction ends. */
    public List<Subject> claim(int limit) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(CLAIM)) {
            statement.setInt(1, limit);
            try (var rows = statement.executeQuery()) {
                List<Subject> taken = new ArrayList<>();
                while (rows.next()) {
                    taken.add(new Subject(Subject.Kind.valueOf(rows.getString(1)), rows.getObject(2, UUID.class)));
                }
                return taken;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("due subjects cannot be taken", e);
        }
    }

    /** Makes every known subject of a kind due now; those due already stay as they are. Returns how many there are. */
    public long markAll(Subject.Kind kind) {
        String known = switch (kind) {
            case PUPIL -> "select student_id as id from pupil";
            case REVERSE_CHECK -> "select task_id as id from reverse_check";
            case FEED -> "select feed_id as id from feed_freshness";
        };
        String sql = "with known as (" + known + "), marked as (insert into due_subject (kind, subject_id, due_at)"
                + " select ?, id, clock_timestamp() from known order by id on conflict do nothing)"
                + " select count(*) from known";
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, kind.name());
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("subjects cannot be made due", e);
        }
    }

    /** How many subjects wait for a check, be it for facts to settle or for what should follow. */
    public double waiting() {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement("select count(*) from due_subject");
                var rows = statement.executeQuery()) {
            return rows.next() ? rows.getDouble(1) : 0;
        } catch (SQLException e) {
            return Double.NaN;
        }
    }

    /** How many subjects of a kind are due now and not checked yet. */
    public long waiting(Subject.Kind kind) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(
                        "select count(*) from due_subject where kind = ? and due_at <= clock_timestamp()")) {
            statement.setString(1, kind.name());
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("due subjects cannot be counted", e);
        }
    }
}
