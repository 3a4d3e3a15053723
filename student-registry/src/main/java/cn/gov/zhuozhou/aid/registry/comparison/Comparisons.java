package cn.gov.zhuozhou.aid.registry.comparison;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.crypto.FieldCryptoSession;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.tabular.Limits;
import cn.gov.zhuozhou.aid.chassis.tabular.TableFile;
import cn.gov.zhuozhou.aid.chassis.tabular.UnreadableTable;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.registry.Masked;
import cn.gov.zhuozhou.aid.registry.identity.IdentityNumber;
import cn.gov.zhuozhou.aid.registry.identity.StudentNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Compares a sheet with what is identified here. Its rows are staged with blind indexes in a table that ends with the transaction;
 * what stays are totals and, masked, who stands on one side only.
 */
@ApplicationScoped
class Comparisons {
    private static final int AT_ONCE = 1_000;

    private static final String STAGE = """
            create temporary table comparison_stage (line_no integer, student_index uuid, identity_index uuid, name text,
              number text, school text, stage text, level text, student_id uuid) on commit drop
            """;

    private static final List<String> RESOLVE = List.of("analyze comparison_stage", """
            update comparison_stage r set student_id = (select h.student_id from student_number_holder h
              where h.student_number_index = r.student_index order by h.rank limit 1)
            where r.student_index is not null
            """, """
            update comparison_stage r set student_id = (select i.student_id from pupil_identity i
              where i.identity_index = r.identity_index and i.certain limit 1)
            where r.student_id is null and r.identity_index is not null
            """, """
            update comparison_stage r set school = (select min(c.code) from school c where c.name = r.school)
            where not exists (select 1 from school c where c.code = r.school)
              and (select count(*) from school c where c.name = r.school) = 1
            """);

    private static final String TOTALS = """
            insert into comparison_total (comparison_id, school, town, stage, level, ours, theirs)
            select :id, t.school, c.town, t.stage, t.level, t.ours, t.theirs
            from (
              select coalesce(o.school, r.school) as school, coalesce(o.stage, r.stage) as stage,
                coalesce(o.level, r.level) as level, coalesce(o.persons, 0) as ours, coalesce(r.persons, 0) as theirs
              from (select s.school_code as school, s.stage, coalesce(i.level, 'UNKNOWN') as level, count(*) as persons
                    from identification i join student s on s.id = i.student_id
                    where i.semester = :semester and i.identified group by 1, 2, 3) o
              full join (select school, stage, level, count(*) as persons from comparison_stage group by 1, 2, 3) r
                on r.school = o.school and r.stage = o.stage and r.level = o.level) t
            left join school c on c.code = t.school
            """;

    private static final String OURS_ONLY = """
            select s.id, s.name, s.student_number_sealed, s.school_code, c.town, s.stage,
              coalesce(i.level, 'UNKNOWN')
            from identification i
            join student s on s.id = i.student_id
            left join school c on c.code = s.school_code
            where i.semester = :semester and i.identified
              and not exists (select 1 from comparison_stage r where r.student_id = coalesce(s.merged_into, s.id))
            """;

    private static final String THEIRS_ONLY = """
            insert into comparison_person (id, comparison_id, side, student_id, line_no, name, number, school, town, stage, level)
            select uuidv7(), :id, 'THEIRS', r.student_id, r.line_no, r.name, r.number, r.school, c.town, r.stage, r.level
            from comparison_stage r left join school c on c.code = r.school
            where not exists (select 1 from identification i
              where i.student_id = r.student_id and i.semester = :semester and i.identified)
            order by r.line_no
            """;

    private record Pupil(UUID id, String name, String number, String school, String town, String stage, String level) {}

    @Inject
    SheetMappings mappings;

    @Inject
    Database database;

    @Inject
    FieldCrypto crypto;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    /** In the caller's transaction; the new comparison. */
    UUID compare(String semester, String mappingCode, LocalDate asOf, Path file, Actor actor) throws IOException {
        if (database.number("select count(*) from semester where code = :code", Map.of("code", semester)) == 0) {
            throw new ProblemException(ComparisonProblem.SEMESTER_UNKNOWN);
        }
        SheetMappings.Versioned mapping = mappings.newest(mappingCode);
        UUID id = Ids.next();
        var session = crypto.session();
        database.execute(STAGE);
        Staged staged = stage(file, mapping.mapping(), session);
        RESOLVE.forEach(database::execute);
        hideUnknownSchools();
        var values = Values.of("id", id).and("semester", semester);
        List<Pupil> oursOnly = database.list(
                OURS_ONLY,
                values,
                row -> new Pupil(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        Masked.number(session.decrypt(row.getBytes(3))),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7)));
        long ours = database.number(
                "select count(*) from identification where semester = :semester and identified", values);
        insert(values, mapping, asOf, sha256(file), staged, ours, ours - oursOnly.size(), actor);
        database.update(TOTALS, values);
        keep(id, oursOnly);
        database.update(THEIRS_ONLY, values);
        trail.record(
                actor,
                "comparison.made",
                "comparison",
                id.toString(),
                null,
                Map.of("semester", semester, "rows", staged.rows(), "mapping", mappingCode));
        return id;
    }

    private record Staged(int rows, int unread) {}

    private Staged stage(Path file, SheetMapping mapping, FieldCryptoSession session) {
        List<SheetMapping.Line> waiting = new ArrayList<>(AT_ONCE);
        int[] unread = {0};
        try {
            int rows = TableFile.open(file, Limits.standard())
                    .read(mapping.layout(), row -> {
                        SheetMapping.Line line = mapping.line(row);
                        unread[0] += line.readWhole() ? 0 : 1;
                        waiting.add(line);
                        if (waiting.size() == AT_ONCE) {
                            insert(waiting, session);
                        }
                    })
                    .rows();
            insert(waiting, session);
            return new Staged(rows, unread[0]);
        } catch (UnreadableTable e) {
            throw new ProblemException(ComparisonProblem.SHEET_UNREADABLE, e.text());
        }
    }

    private void insert(List<SheetMapping.Line> lines, FieldCryptoSession session) {
        database.batch(
                """
                insert into comparison_stage (line_no, student_index, identity_index, name, number, school, stage, level)
                values (:line, :student, :identity, :name, :number, :school, :stage, :level)
                """,
                lines,
                line -> Values.of("line", line.line())
                        .and("student", studentIndex(line.studentNumber(), session))
                        .and("identity", identityIndex(line.identityNumber(), session))
                        .and("name", line.shownName())
                        .and("number", line.shownNumber())
                        .and("school", line.school().isEmpty() ? SheetMapping.UNKNOWN : line.school())
                        .and("stage", line.stage())
                        .and("level", line.level()));
        lines.clear();
    }

    /** What is no school of ours may be anything somebody typed. */
    private void hideUnknownSchools() {
        database.batch(
                "update comparison_stage set school = :shown where school = :told",
                database.list(
                        "select distinct school from comparison_stage r where not exists (select 1 from school c where c.code = r.school)",
                        Map.of(),
                        row -> row.getString(1)),
                told -> Map.of("told", told, "shown", Masked.anywhere(told)));
    }

    private void keep(UUID id, List<Pupil> pupils) {
        database.batch(
                """
                insert into comparison_person (id, comparison_id, side, student_id, name, number, school, town, stage, level)
                values (:person, :id, 'OURS', :student, :name, :number, :school, :town, :stage, :level)
                """,
                pupils,
                pupil -> Values.of("person", Ids.next())
                        .and("id", id)
                        .and("student", pupil.id())
                        .and("name", pupil.name().substring(0, pupil.name().offsetByCodePoints(0, 1)) + "*")
                        .and("number", pupil.number())
                        .and("school", pupil.school())
                        .and("town", pupil.town())
                        .and("stage", pupil.stage())
                        .and("level", pupil.level()));
    }

    private void insert(
            Values of,
            SheetMappings.Versioned mapping,
            LocalDate asOf,
            byte[] sha256,
            Staged staged,
            long ours,
            long bothSides,
            Actor actor) {
        database.update(
                """
                insert into comparison (id, semester, mapping_code, mapping_version, as_of, sha256, rows, unread, ours, both_sides,
                    by_id, by_name, at)
                values (:id, :semester, :mapping, :version, :asOf, :sha, :rows, :unread, :ours, :both, :by, :byName, :now)
                """,
                Values.of(of)
                        .and("mapping", mapping.mapping().code())
                        .and("version", mapping.version())
                        .and("asOf", asOf)
                        .and("sha", sha256)
                        .and("rows", staged.rows())
                        .and("unread", staged.unread())
                        .and("ours", ours)
                        .and("both", bothSides)
                        .and("by", actor.id())
                        .and("byName", actor.name())
                        .and("now", clock.now()));
    }

    private static UUID studentIndex(String number, FieldCryptoSession session) {
        return StudentNumber.read(number) instanceof StudentNumber.Reading.Valid valid
                ? session.index("student-number", valid.number().value())
                : null;
    }

    private static UUID identityIndex(String number, FieldCryptoSession session) {
        return IdentityNumber.read(number)
                .ifValid()
                .map(valid -> session.index("identity-number", valid.value()))
                .orElse(null);
    }

    private static byte[] sha256(Path file) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return in.getMessageDigest().digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
