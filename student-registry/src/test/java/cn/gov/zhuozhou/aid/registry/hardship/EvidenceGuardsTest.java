package cn.gov.zhuozhou.aid.registry.hardship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import cn.gov.zhuozhou.aid.registry.identification.County;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@RegistryTest
@DisplayName("What evidence leans on is there, and stays")
class EvidenceGuardsTest {
    @Inject
    Database database;

    @Inject
    County county;

    private UUID pupil;

    @BeforeEach
    void aPupilWithEvidence() {
        pupil = county.pupil(county.school());
        county.evidence(pupil, "DIBAO");
    }

    @Test
    void evidenceOfNobodyIsRefused() {
        refused(
                "insert into evidence select (jsonb_populate_record(e, jsonb_build_object('id', uuidv7(), 'student_id', uuidv7()))).*"
                        + " from evidence e where student_id = :pupil");
        refused("update evidence set student_id = uuidv7() where student_id = :pupil");
    }

    @Test
    void evidenceThatLeansOnNoEntryIsRefused() {
        refused(
                "insert into evidence select (jsonb_populate_record(e, jsonb_build_object('id', uuidv7(), 'source', 'x', 'entry_id', uuidv7()))).*"
                        + " from evidence e where student_id = :pupil");
        refused("update evidence set entry_id = uuidv7() where student_id = :pupil");
    }

    @Test
    void evidenceMovesToAnotherEntryThatIsThere() {
        county.evidence(pupil, "TEKUN");

        int moved = database.update("""
                update evidence e set entry_id = o.entry_id from evidence o
                where e.student_id = :pupil and e.category = 'DIBAO' and o.student_id = :pupil and o.category = 'TEKUN'""", Map.of("pupil", pupil));

        assertThat(moved).isOne();
    }

    @Test
    void pupilsAndEntriesAreNeverDeletedNorNumberedAnew() {
        refused("delete from student where id = :pupil");
        refused("update student set id = uuidv7() where id = :pupil");
        refused("delete from register_entry where id in (select entry_id from evidence where student_id = :pupil)");
        refused(
                "update register_entry set id = uuidv7() where id in (select entry_id from evidence where student_id = :pupil)");
    }

    private void refused(String sql) {
        assertThatThrownBy(() -> database.update(sql, Values.of("pupil", pupil)))
                .rootCause()
                .hasMessageMatching("(?s).*(leans on an entry|is append-only).*");
    }
}
