package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Schools, pupils and facts made for a test, each with identifiers of its own. */
@ApplicationScoped
public class County {
    @Inject
    Database database;

    @Inject
    FieldCrypto crypto;

    @Inject
    Reevaluations reevaluations;

    public String school() {
        return school("镇" + UUID.randomUUID());
    }

    public String school(String town) {
        String code = "T" + UUID.randomUUID().toString().replace("-", "");
        database.update("""
                insert into school (code, name, stage, town, revision)
                values (:code, '某小学', 'PRIMARY', :town, 1)
                """, Map.of("code", code, "town", town));
        return code;
    }

    public UUID pupil(String school) {
        return pupil(school, "PRIMARY");
    }

    public UUID pupil(String school, String stage) {
        UUID id = UUID.randomUUID();
        Map<String, Object> values = new HashMap<>();
        values.put("id", id);
        values.put("number", UUID.randomUUID());
        values.put("sealed", crypto.session().encrypt("J" + "0".repeat(18)));
        values.put("school", school);
        values.put("stage", stage);
        values.put("batch", UUID.randomUUID());
        database.update("""
                insert into student (id, student_number_index, student_number_sealed, name, school_code, stage, grade,
                    class_name, boarding, enrolment_state, left_behind, row_hash, revision, batch_id)
                values (:id, :number, :sealed, '某生', :school, :stage, 1, '1', false, 'IN_SCHOOL', false, '\\x00', 1, :batch)
                """, values);
        return id;
    }

    public void identifiedBefore(UUID pupil, String semester, String level, String... categories) {
        database.update(
                """
                insert into prior_identification (student_id, semester, level, categories, batch_id)
                values (:pupil, :semester, :level, :categories, :batch)
                """,
                Map.of(
                        "pupil", pupil,
                        "semester", semester,
                        "level", level,
                        "categories", List.of(categories),
                        "batch", UUID.randomUUID()));
    }

    public void evidence(UUID pupil, String category) {
        evidence(pupil, category, UUID.randomUUID());
    }

    public void evidence(UUID pupil, String category, UUID batch) {
        UUID entry = UUID.randomUUID();
        Map<String, Object> values = new HashMap<>();
        values.put("entry", entry);
        values.put("person", UUID.randomUUID());
        values.put("category", category);
        values.put("batch", batch);
        database.update("""
                insert into register_entry (id, source, person_index, name, birth_date, category, details, sealed, row_hash,
                    since, valid_from, batch_id, line_no)
                values (:entry, 'civil-affairs-dibao', :person, '某生', '2010-01-01', :category, '{}', '\\x00', uuid_send(uuidv7()),
                    '2019-03-01', '2019-03-01', :batch, 1)
                """, values);
        values.put("id", UUID.randomUUID());
        values.put("pupil", pupil);
        database.update("""
                insert into evidence (id, student_id, category, source, entry_id, batch_id, line_no, match_kind,
                    person_index, valid_from)
                values (:id, :pupil, :category, 'civil-affairs-dibao', :entry, :batch, 1, 'EXACT', :person, '2019-03-01')
                """, values);
    }

    public void evidenceEnds(UUID pupil, String category) {
        database.update("""
                update evidence set valid_to = '2019-03-02'
                where student_id = :pupil and category = :category and valid_to is null
                """, Map.of("pupil", pupil, "category", category));
    }

    public void nameConflict(UUID pupil) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", UUID.randomUUID());
        values.put("pupil", pupil);
        values.put("person", UUID.randomUUID());
        database.update("""
                insert into match_case (id, kind, student_id, person_index, source, content, state, created_at)
                values (:id, 'NAME_CONFLICT', :pupil, :person, 'civil-affairs-dibao', '\\x00', 'OPEN', now())
                """, values);
    }

    public void conflictRejected(UUID pupil) {
        database.update("""
                update match_case set state = 'REJECTED', reason = '不是同一人', decided_by = 'somebody', decided_at = now()
                where student_id = :pupil
                """, Map.of("pupil", pupil));
    }

    public void evaluate(UUID... pupils) {
        QuarkusTransaction.requiringNew().run(() -> reevaluations.evaluate(List.of(pupils)));
    }
}
