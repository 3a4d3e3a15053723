package cn.gov.zhuozhou.aid.registry.whatif;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.registry.feed.FeedTrials.Handed;
import cn.gov.zhuozhou.aid.registry.identification.Trials;
import cn.gov.zhuozhou.aid.registry.identification.rule.Category;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** The rows of what was asked and answered. */
@ApplicationScoped
class WhatIfStore {
    /** How a pupil would be affected. */
    enum ChangeKind {
        ADDED,
        REMOVED,
        RELEVELLED,
        DECISION_NEEDED,
        /** Evaluated anew, and stands as before. */
        KEPT
    }

    /**
     * A question.
     *
     * @param handed null where a rule set is tried
     */
    record Asked(UUID id, String semester, Handed handed, String ruleSet, String version) {}

    /** Where a pupil is at school. */
    record Place(String schoolCode, String stage, boolean boarding) {}

    record Line(Trials.Outcome outcome, Place place) {
        ChangeKind kind() {
            return switch (outcome.result()) {
                case ADDED -> ChangeKind.ADDED;
                case REMOVED -> ChangeKind.REMOVED;
                case LEVEL_CHANGED -> ChangeKind.RELEVELLED;
                case DECISION_NEEDED -> ChangeKind.DECISION_NEEDED;
                case CARRIED, REEVALUATED, NONE ->
                    outcome.identified() && outcome.identifiedBefore() && outcome.level() != outcome.levelBefore()
                            ? ChangeKind.RELEVELLED
                            : ChangeKind.KEPT;
            };
        }
    }

    /** Counts of one school. */
    record School(String schoolCode, String schoolName, Map<String, Long> changes) {}

    /**
     * The answer in short.
     *
     * @param lookedAt pupils evaluated; null until the job is done
     * @param levels how many would stand at each level among those that change
     */
    record Report(
            UUID id,
            UUID jobId,
            String semester,
            String source,
            LocalDate asOf,
            String ruleSet,
            String version,
            String askedBy,
            Instant askedAt,
            Instant finishedAt,
            Long lookedAt,
            Map<String, Long> changes,
            Map<String, Long> levels,
            List<School> schools) {}

    /** One pupil affected, as staff sees him. */
    record View(
            UUID studentId,
            String name,
            String schoolCode,
            String stage,
            boolean boarding,
            ChangeKind change,
            boolean identifiedBefore,
            String levelBefore,
            boolean identified,
            String level,
            List<String> categories,
            String reason,
            String reasonZh,
            String reasonEn,
            String legalBasis) {}

    /** One pupil affected, in the shape simulations of awards take. */
    record Situation(
            UUID studentId,
            String semester,
            boolean identified,
            String level,
            List<String> categories,
            String stage,
            boolean boarding,
            String schoolCode) {}

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    void ask(Asked asked, UUID job, Actor by) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", asked.id());
        values.put("semester", asked.semester());
        Optional<Handed> handed = Optional.ofNullable(asked.handed());
        values.put("source", handed.map(Handed::source).orElse(null));
        values.put("asOf", handed.map(Handed::asOf).orElse(null));
        values.put("listSemester", handed.map(Handed::semester).orElse(null));
        values.put("mode", handed.map(Handed::mode).orElse(null));
        values.put("sheets", handed.map(Handed::sheets).orElse(null));
        values.put("ruleSet", asked.ruleSet());
        values.put("version", asked.version());
        values.put("job", job);
        values.put("by", by.id());
        values.put("name", by.name());
        values.put("now", clock.now());
        database.update("""
                insert into what_if (id, semester, source, as_of, list_semester, mode, sheets, rule_set, rule_set_version,
                    job_id, asked_by, asked_by_name, asked_at)
                values (:id, :semester, :source, :asOf, :listSemester, :mode, :sheets, :ruleSet, :version, :job, :by, :name,
                    :now)
                """, values);
    }

    Asked asked(UUID id) {
        return database.first(
                        "select semester, source, as_of, list_semester, mode, sheets, rule_set, rule_set_version from what_if where id = :id",
                        Map.of("id", id),
                        row -> new Asked(
                                id,
                                row.getString(1),
                                row.getString(2) == null
                                        ? null
                                        : new Handed(
                                                row.getString(2),
                                                row.getObject(3, LocalDate.class),
                                                row.getString(4),
                                                row.getString(5),
                                                Rows.strings(row, 6)),
                                row.getString(7),
                                row.getString(8)))
                .orElseThrow();
    }

    /** As the present transaction sees them. */
    Map<UUID, Place> places(Collection<UUID> studentIds) {
        record Found(UUID id, Place place) {}
        return database
                .list(
                        "select id, school_code, stage, boarding from student where id = any (:ids)",
                        Map.of("ids", studentIds),
                        row -> new Found(
                                row.getObject(1, UUID.class),
                                new Place(row.getString(2), row.getString(3), row.getBoolean(4))))
                .stream()
                .collect(Collectors.toMap(Found::id, Found::place));
    }

    /** Keeps the answer; one of an interrupted run before gives way. */
    void answer(UUID id, long lookedAt, List<Line> lines) {
        database.update("delete from what_if_line where what_if_id = :id", Map.of("id", id));
        database.with(connection -> {
            try (var insert = connection.prepareStatement(
                    "insert into what_if_line values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                for (Line line : lines) {
                    Trials.Outcome outcome = line.outcome();
                    Object[] values = {
                        id,
                        outcome.studentId(),
                        line.place().schoolCode(),
                        line.place().stage(),
                        line.place().boarding(),
                        line.kind().name(),
                        outcome.identifiedBefore(),
                        name(outcome.levelBefore()),
                        outcome.identified(),
                        name(outcome.level()),
                        connection.createArrayOf(
                                "text",
                                outcome.categories().stream()
                                        .map(Category::name)
                                        .toArray()),
                        outcome.why().reason(),
                        outcome.why().zh(),
                        outcome.why().en(),
                        outcome.why().legalBasis()
                    };
                    for (int i = 0; i < values.length; i++) {
                        insert.setObject(i + 1, values[i]);
                    }
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
        database.update(
                "update what_if set looked_at = :lookedAt, finished_at = :now where id = :id",
                Map.of("id", id, "lookedAt", lookedAt, "now", clock.now()));
    }

    Optional<Report> find(UUID id) {
        return database.first("""
                select id, job_id, semester, source, as_of, rule_set, rule_set_version, asked_by_name, asked_at,
                    finished_at, looked_at
                from what_if where id = :id
                """, Map.of("id", id), row -> report(row, id));
    }

    List<View> lines(UUID id, ChangeKind change, UUID after, int limit) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", id);
        values.put("change", change);
        values.put("after", after);
        return database.list("""
                select l.student_id, s.name, l.school_code, l.stage, l.boarding, l.change, l.identified_before,
                    l.level_before, l.identified, l.level, l.categories, l.reason, l.reason_zh, l.reason_en, l.legal_basis
                from what_if_line l left join student s on s.id = l.student_id
                where l.what_if_id = :id and (cast(:change as text) is null or l.change = :change)
                  and (cast(:after as uuid) is null or l.student_id > :after)
                order by l.student_id limit
                """ + limit, values, WhatIfStore::view);
    }

    List<Situation> situations(UUID id) {
        return database.list(
                """
                select l.student_id, w.semester, l.identified, l.level, l.categories, l.stage, l.boarding, l.school_code
                from what_if_line l join what_if w on w.id = l.what_if_id
                where l.what_if_id = :id order by l.student_id
                """,
                Map.of("id", id),
                row -> new Situation(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getBoolean(3),
                        row.getString(4),
                        Rows.strings(row, 5),
                        row.getString(6),
                        row.getBoolean(7),
                        row.getString(8)));
    }

    private Report report(ResultSet row, UUID id) throws SQLException {
        return new Report(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getObject(5, LocalDate.class),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                Rows.instant(row, 9),
                Rows.instant(row, 10),
                row.getObject(11, Long.class),
                counts("select change, count(*) from what_if_line where what_if_id = :id group by 1", id),
                counts("select level, count(*) from what_if_line where what_if_id = :id and identified group by 1", id),
                schools(id));
    }

    private Map<String, Long> counts(String sql, UUID id) {
        Map<String, Long> counts = new TreeMap<>();
        database.list(sql, Map.of("id", id), row -> counts.put(row.getString(1), row.getLong(2)));
        return counts;
    }

    private List<School> schools(UUID id) {
        Map<String, School> schools = new TreeMap<>();
        database.list("""
                select l.school_code, c.name, l.change, count(*)
                from what_if_line l left join school c on c.code = l.school_code
                where l.what_if_id = :id group by 1, 2, 3
                """, Map.of("id", id), row -> {
            String code = row.getString(1);
            School school = schools.get(code);
            if (school == null) {
                school = new School(code, row.getString(2), new TreeMap<>());
                schools.put(code, school);
            }
            return school.changes().put(row.getString(3), row.getLong(4));
        });
        return List.copyOf(schools.values());
    }

    private static View view(ResultSet row) throws SQLException {
        return new View(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getBoolean(5),
                ChangeKind.valueOf(row.getString(6)),
                row.getBoolean(7),
                row.getString(8),
                row.getBoolean(9),
                row.getString(10),
                Rows.strings(row, 11),
                row.getString(12),
                row.getString(13),
                row.getString(14),
                row.getString(15));
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }
}
