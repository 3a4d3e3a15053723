package cn.gov.zhuozhou.aid.registry.asof;

import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.registry.asof.AsOfView.EvidenceThen;
import cn.gov.zhuozhou.aid.registry.asof.AsOfView.PupilThen;
import cn.gov.zhuozhou.aid.registry.asof.AsOfView.RegisterThen;
import cn.gov.zhuozhou.aid.registry.asof.AsOfView.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads both times for many pupils at once. */
@ApplicationScoped
class AsOf {
    private static final String SEEN = """
            select s.id from student s left join school c on c.code = s.school_code
            where s.id = :id and (:ownSchool::text is null or s.school_code = :ownSchool)
              and (:ownTown::text is null or c.town = :ownTown)""";

    /** Whoever is, or by any change ever was, a pupil of the school may have been one then. */
    private static final String OF_SCHOOL = """
            select p.id from (
              select s.id, to_jsonb(s) as present from student s where s.school_code = :school
              union
              select s.id, to_jsonb(s) from row_change c join student s on s.id = c.key::uuid
              where c.relation = 'student' and c.before ->> 'school_code' = :school
              union
              select s.id, to_jsonb(s) from row_change c join student s on s.id = c.key::uuid
              where c.relation = 'student' and c.after ->> 'school_code' = :school) p
            where (:after::uuid is null or p.id > :after)
              and row_known('student', p.id::text, p.present, :on, :known) ->> 'school_code' = :school
            order by p.id limit :most""";

    private static final String PUPILS = """
            select s.id, k.then ->> 'name', k.then ->> 'school_code', c.name, k.then ->> 'stage', (k.then ->> 'grade')::int,
              k.then ->> 'class_name', k.then ->> 'enrolment_state'
            from student s
            cross join lateral (select row_known('student', s.id::text, to_jsonb(s), :on, :known) as then) k
            left join school c on c.code = k.then ->> 'school_code'
            where s.id = any(:students) and k.then is not null""";

    private static final String EVIDENCE = """
            select ev.student_id, ev.category, ev.source, ev.match_kind, ev.valid_from, x.valid_to, ev.known_from, ev.batch_id,
              b.as_of
            from evidence ev
            cross join lateral (
              select end_known_at(ev.id, ev.valid_to, ev.end_known_from, :known) as valid_to) x
            left join feed_batch b on b.id = ev.batch_id
            where ev.student_id = any(:students) and ev.valid_from <= :on and (x.valid_to is null or x.valid_to > :on)
              and ev.known_from <= :known and (ev.known_to is null or ev.known_to > :known)
            order by ev.student_id, ev.category, ev.source""";

    private static final String REGISTERS = """
            select s.id, e.source, e.category, e.name, e.town, e.village, e.valid_from, x.valid_to, e.known_from, e.batch_id
            from student s
            cross join lateral (
              select (row_known('student', s.id::text, to_jsonb(s), :on, :known) ->> 'identity_index')::uuid as person) k
            join lateral (
              select * from register_entry r where r.person_index = k.person and r.valid_to is null
              union all
              select * from register_entry r where r.person_index = k.person and r.valid_to is not null) e on true
            cross join lateral (
              select end_known_at(e.id, e.valid_to, e.end_known_from, :known) as valid_to) x
            where s.id = any(:students) and e.valid_from <= :on and (x.valid_to is null or x.valid_to > :on)
              and e.known_from <= :known and (e.known_to is null or e.known_to > :known)
            order by s.id, e.source, e.category""";

    private static final String RULED = """
            select distinct on (v.student_id) v.student_id, 'RULING', v.semester, v.identified, v.level, v.categories, v.result,
              v.state, v.since, v.ruling_id
            from identification_version v
            where v.student_id = any(:students) and v.semester = :semester and v.since <= :on and v.known_from <= :known
            order by v.student_id, v.version desc""";

    /** Where this suite had not ruled yet: the list of that semester, or what the semester before left in force. */
    private static final String LISTED = """
            select s.id, 'LIST', :semester, true, l.then ->> 'level',
              array(select jsonb_array_elements_text(l.then -> 'categories')), null::text, null::text, null::date, null::uuid
            from student s
            left join identified_entry i on i.student_number_index = s.student_number_index and i.semester = :semester
            cross join lateral (
              select row_known('identified_entry', concat_ws('|', s.student_number_index, :semester),
                case when i.semester is not null then to_jsonb(i) end, 'infinity', :known) as then) l
            where s.id = any(:students) and l.then is not null""";

    @Inject
    Database database;

    /** Whether the pupil lies in the jurisdiction today, one whose file was withdrawn included. */
    boolean sees(UUID student, Jurisdiction jurisdiction) {
        Map<String, Object> values = jurisdiction.parameters();
        values.put("id", student);
        return database.first(SEEN, values, row -> row.getObject(1, UUID.class)).isPresent();
    }

    /** The pupils of a school as known then, in the order of their ids. */
    List<UUID> ofSchool(String school, PointInTime then, UUID after, int most) {
        Map<String, Object> values = values(then);
        values.put("school", school);
        values.put("after", after);
        values.put("most", most);
        return database.list(OF_SCHOOL, values, row -> row.getObject(1, UUID.class));
    }

    List<AsOfView> of(List<UUID> students, PointInTime then) {
        Map<String, Object> values = values(then);
        values.put("students", students);
        Map<UUID, PupilThen> pupils = new HashMap<>();
        database.list(PUPILS, values, row -> pupils.put(id(row), pupil(row)));
        Map<UUID, List<EvidenceThen>> evidence = new HashMap<>();
        database.list(EVIDENCE, values, row -> add(evidence, id(row), evidence(row)));
        Map<UUID, List<RegisterThen>> registers = new HashMap<>();
        database.list(REGISTERS, values, row -> add(registers, id(row), register(row)));
        Map<UUID, Standing> standing = standing(students, then);
        return students.stream()
                .map(id -> new AsOfView(
                        id,
                        then.on(),
                        then.known(),
                        pupils.get(id),
                        standing.get(id),
                        evidence.getOrDefault(id, List.of()),
                        registers.getOrDefault(id, List.of())))
                .toList();
    }

    /** What the semester's own rulings put in force; before the first of them, what the semester before left. */
    private Map<UUID, Standing> standing(Collection<UUID> students, PointInTime then) {
        Map<UUID, Standing> found = new HashMap<>();
        Semester semester = Semester.of(then.on());
        for (Semester told : List.of(semester, semester.previous())) {
            Map<String, Object> values = values(then);
            values.put("students", students);
            values.put("semester", told.code());
            for (String sql : List.of(RULED, LISTED)) {
                database.list(sql, values, row -> found.putIfAbsent(id(row), standing(row)));
            }
        }
        return found;
    }

    private static Map<String, Object> values(PointInTime then) {
        Map<String, Object> values = new HashMap<>();
        values.put("on", then.on());
        values.put("known", then.known());
        return values;
    }

    private static <T> boolean add(Map<UUID, List<T>> lists, UUID id, T item) {
        return lists.computeIfAbsent(id, any -> new ArrayList<>()).add(item);
    }

    private static UUID id(ResultSet row) throws SQLException {
        return row.getObject(1, UUID.class);
    }

    private static PupilThen pupil(ResultSet row) throws SQLException {
        return new PupilThen(
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, Integer.class),
                row.getString(7),
                row.getString(8));
    }

    private static EvidenceThen evidence(ResultSet row) throws SQLException {
        return new EvidenceThen(
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, LocalDate.class),
                row.getObject(6, LocalDate.class),
                Rows.instant(row, 7),
                row.getObject(8, UUID.class),
                row.getObject(9, LocalDate.class));
    }

    private static RegisterThen register(ResultSet row) throws SQLException {
        return new RegisterThen(
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getObject(7, LocalDate.class),
                row.getObject(8, LocalDate.class),
                Rows.instant(row, 9),
                row.getObject(10, UUID.class));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getString(2),
                row.getString(3),
                row.getBoolean(4),
                row.getString(5),
                Rows.strings(row, 6),
                row.getString(7),
                row.getString(8),
                row.getObject(9, LocalDate.class),
                row.getObject(10, UUID.class));
    }
}
