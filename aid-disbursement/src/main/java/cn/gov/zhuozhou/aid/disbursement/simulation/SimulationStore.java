package cn.gov.zhuozhou.aid.disbursement.simulation;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Json;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.disbursement.award.Prospect.Supposed;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Level;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Stage;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** What was asked and answered, and the pupils an answer is found from. */
@ApplicationScoped
class SimulationStore {
    /** What a job has to find out. */
    record Question(UUID id, Semester semester, Semester decidedFor, String policyVersion) {}

    /** One pupil to be decided; {@code listed} null where the list does not name him. */
    record Subject(UUID studentId, Supposed listed) {}

    /**
     * The answer in short.
     *
     * @param changes how many pupils' programmes each way
     * @param lookedAt pupils decided; absent until the job is done, as is everything that follows from them
     * @param held of these, whose aid waits for a decision after, so that no sum has it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Report(
            UUID id,
            UUID jobId,
            Semester semester,
            Semester decidedFor,
            String policyVersion,
            UUID whatIfId,
            long listed,
            String askedBy,
            Instant askedAt,
            Instant finishedAt,
            String beforeVersion,
            String afterVersion,
            Long lookedAt,
            Long held,
            Map<String, Long> changes,
            List<CostView> costs) {}

    /** What is spent under one key; {@code name} only of schools known here. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CostView(
            Costs.Dimension dimension,
            String key,
            String name,
            long beforeAwards,
            long beforeFen,
            long afterAwards,
            long afterFen,
            long differenceFen) {}

    /** How one pupil fares under one programme. */
    record ChangeView(
            UUID studentId,
            String schoolCode,
            String programme,
            Comparison.Kind change,
            Long beforeFen,
            Long afterFen,
            String reason,
            String reasonZh,
            String reasonEn,
            String legalBasis) {
        static ChangeView of(UUID studentId, String schoolCode, Comparison.Change change) {
            return new ChangeView(
                    studentId,
                    schoolCode,
                    change.programme(),
                    change.kind(),
                    change.beforeFen(),
                    change.afterFen(),
                    change.reason().code(),
                    change.reason().zh(),
                    change.reason().en(),
                    change.reason().legalBasis());
        }

        Cursor cursor() {
            return new Cursor(studentId, programme);
        }
    }

    /** The place of a change in the list of changes. */
    record Cursor(UUID studentId, String programme) {
        private static final char BETWEEN = '_';

        /** Null on the first page. */
        static Cursor parse(String text) {
            if (text == null || text.isBlank()) {
                return null;
            }
            try {
                int between = text.indexOf(BETWEEN);
                return new Cursor(UUID.fromString(text.substring(0, between)), text.substring(between + 1));
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw new ProblemException(
                        CommonProblem.INVALID_FIELDS,
                        Text.of("after 应为上一页返回的 next。", "after must be the next of the page before."));
            }
        }

        @Override
        public String toString() {
            return studentId.toString() + BETWEEN + programme;
        }
    }

    /** Both sides come in the order of their index, so that a portion costs what it holds. */
    private static final String SUBJECTS = """
            with ruled as materialized (
              select distinct student_id from eligibility where semester = :semester and student_id > :after
              order by student_id limit :limit),
            listed as materialized (
              select student_id, school_code, stage, grade, boarding, identified, level, categories, four_category
              from simulation_situation where simulation_id = :id and student_id > :after
              order by simulation_id, student_id limit :limit)
            select student_id, l.school_code, l.stage, l.grade, l.boarding, l.identified, l.level, l.categories, l.four_category
            from ruled r full join listed l using (student_id)
            order by student_id limit :limit
            """;

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    @Inject
    Json json;

    void ask(Question question, UUID whatIf, long listed, UUID job, Actor by) {
        database.update(
                """
                insert into simulation (id, semester, decided_for, policy_version, what_if_id, listed, job_id, asked_by,
                    asked_by_name, asked_at)
                values (:id, :semester, :decidedFor, :policy, :whatIf, :listed, :job, :by, :name, :now)
                """,
                Values.of("id", question.id())
                        .and("semester", question.semester().code())
                        .and("decidedFor", question.decidedFor().code())
                        .and("policy", question.policyVersion())
                        .and("whatIf", whatIf)
                        .and("listed", listed)
                        .and("job", job)
                        .and("by", by.id())
                        .and("name", by.name())
                        .and("now", clock.now()));
    }

    Question question(UUID id) {
        return database.first(
                        "select semester, decided_for, policy_version from simulation where id = :id",
                        Map.of("id", id),
                        row -> new Question(
                                id,
                                Semester.parse(row.getString(1)),
                                Semester.parse(row.getString(2)),
                                row.getString(3)))
                .orElseThrow();
    }

    /** Of a pupil listed twice one row is kept. */
    void addListed(UUID id, List<Situation> pupils) {
        database.update("""
                insert into simulation_situation (simulation_id, student_id, identified, level, categories, four_category,
                    stage, grade, boarding, school_code)
                select :id, p."studentId", p.identified, p.level, p.categories, p."fourCategory", p.stage, p.grade, p.boarding,
                    p."schoolCode"
                from jsonb_to_recordset(:pupils::jsonb) p ("studentId" uuid, identified boolean, level text, categories text[],
                    "fourCategory" boolean, stage text, grade integer, boarding boolean, "schoolCode" text)
                on conflict do nothing
                """, Map.of("id", id, "pupils", json.write(pupils)));
    }

    long listed(UUID id) {
        return database.number("select count(*) from simulation_situation where simulation_id = :id", Map.of("id", id));
    }

    /** The pupils after one, in the order of their ids: those with a ruling of the semester, and those listed. */
    List<Subject> subjects(Question question, UUID after, int limit) {
        return database.list(
                SUBJECTS,
                Map.of("id", question.id(), "semester", question.semester().code(), "after", after, "limit", limit),
                SimulationStore::subject);
    }

    void addChanges(UUID id, List<ChangeView> changes) {
        database.update("""
                insert into simulation_change (simulation_id, student_id, programme, school_code, change, before_fen, after_fen,
                    reason_code, reason_zh, reason_en, legal_basis)
                select :id, c."studentId", c.programme, c."schoolCode", c.change, c."beforeFen", c."afterFen", c.reason,
                    c."reasonZh", c."reasonEn", c."legalBasis"
                from jsonb_to_recordset(:changes::jsonb) c ("studentId" uuid, programme text, "schoolCode" text, change text,
                    "beforeFen" bigint, "afterFen" bigint, reason text, "reasonZh" text, "reasonEn" text, "legalBasis" text)
                """, Map.of("id", id, "changes", json.write(changes)));
    }

    /** The list has served its purpose; the answer stays. */
    void finish(UUID id, String before, String after, Tally tally) {
        database.batch(
                """
                insert into simulation_cost (simulation_id, dimension, key, before_awards, before_fen, after_awards, after_fen)
                values (:id, :dimension, :key, :beforeAwards, :beforeFen, :afterAwards, :afterFen)
                """,
                tally.costs().lines(),
                line -> Values.of("id", id)
                        .and("dimension", line.dimension())
                        .and("key", line.key())
                        .and("beforeAwards", line.before().awards())
                        .and("beforeFen", line.before().fen())
                        .and("afterAwards", line.after().awards())
                        .and("afterFen", line.after().fen()));
        forgetListed(id);
        database.update(
                """
                update simulation set finished_at = :now, before_version = :before, after_version = :after,
                    looked_at = :lookedAt, held = :held where id = :id
                """,
                Values.of("id", id)
                        .and("now", clock.now())
                        .and("before", before)
                        .and("after", after)
                        .and("lookedAt", tally.lookedAt())
                        .and("held", tally.held()));
    }

    void forgetListed(UUID id) {
        database.update("delete from simulation_situation where simulation_id = :id", Map.of("id", id));
    }

    Optional<Report> find(UUID id) {
        return database.first(
                """
                select id, job_id, semester, decided_for, policy_version, what_if_id, listed, asked_by_name, asked_at,
                    finished_at, before_version, after_version, looked_at, held
                from simulation where id = :id
                """,
                Map.of("id", id),
                row -> new Report(
                        id,
                        row.getObject(2, UUID.class),
                        Semester.parse(row.getString(3)),
                        Semester.parse(row.getString(4)),
                        row.getString(5),
                        row.getObject(6, UUID.class),
                        row.getLong(7),
                        row.getString(8),
                        Rows.instant(row, 9),
                        Rows.instant(row, 10),
                        row.getString(11),
                        row.getString(12),
                        row.getObject(13, Long.class),
                        row.getObject(14, Long.class),
                        row.getObject(13) == null ? null : changes(id),
                        row.getObject(13) == null ? null : costs(id)));
    }

    List<ChangeView> changes(UUID id, Comparison.Kind change, String school, Cursor after, int limit) {
        return database.list(
                """
                select student_id, school_code, programme, change, before_fen, after_fen, reason_code, reason_zh, reason_en,
                    legal_basis
                from simulation_change
                where simulation_id = :id and (:change::text is null or change = :change)
                  and (:school::text is null or school_code = :school)
                  and (:afterStudent::uuid is null or (student_id, programme) > (:afterStudent::uuid, :afterProgramme))
                order by student_id, programme limit :limit
                """,
                Values.of("id", id)
                        .and("change", change)
                        .and("school", school)
                        .and("afterStudent", after == null ? null : after.studentId())
                        .and("afterProgramme", after == null ? null : after.programme())
                        .and("limit", limit),
                row -> new ChangeView(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        Rows.constant(row, 4, Comparison.Kind.class),
                        row.getObject(5, Long.class),
                        row.getObject(6, Long.class),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9),
                        row.getString(10)));
    }

    private Map<String, Long> changes(UUID id) {
        Map<String, Long> counts = new TreeMap<>();
        database.list(
                "select change, count(*) from simulation_change where simulation_id = :id group by change",
                Map.of("id", id),
                row -> counts.put(row.getString(1), row.getLong(2)));
        return counts;
    }

    private List<CostView> costs(UUID id) {
        return database.list(
                """
                select c.dimension, c.key,
                       case c.dimension
                         when 'SCHOOL' then (select p.school_name from pupil p where p.school_code = c.key limit 1)
                         when 'PROGRAMME' then (select p.name_zh from programme p where p.code = c.key) end,
                       c.before_awards, c.before_fen, c.after_awards, c.after_fen, c.after_fen - c.before_fen
                from simulation_cost c where c.simulation_id = :id order by c.dimension, c.key
                """,
                Map.of("id", id),
                row -> new CostView(
                        Rows.constant(row, 1, Costs.Dimension.class),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8)));
    }

    private static Subject subject(ResultSet row) throws SQLException {
        return new Subject(row.getObject(1, UUID.class), row.getString(2) == null ? null : listed(row));
    }

    private static Supposed listed(ResultSet row) throws SQLException {
        return new Supposed(
                row.getString(2),
                Rows.constant(row, 3, Stage.class),
                row.getObject(4, Integer.class),
                row.getBoolean(5),
                row.getBoolean(6),
                Rows.constant(row, 7, Level.class),
                Set.copyOf(Rows.strings(row, 8)),
                row.getObject(9, Boolean.class));
    }
}
