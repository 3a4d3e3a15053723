package cn.gov.zhuozhou.aid.disbursement.pupil;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.SchoolKind;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.SchoolNature;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Stage;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@DisbursementTest
class SchoolsTest {
    @Inject
    Schools schools;

    @Inject
    Database database;

    private final String code = "K" + UUID.randomUUID().toString().substring(0, 9);

    @Test
    void onlyWhatPolicyLooksAtIsAChange() {
        assertThat(schools.keep(told("某幼儿园", SchoolKind.PRIVATE), 1)).isTrue();
        assertThat(schools.keep(told("改名幼儿园", SchoolKind.PRIVATE), 2)).isFalse();
        assertThat(schools.keep(told("改名幼儿园", SchoolKind.PRIVATE_INCLUSIVE), 3)).isTrue();
    }

    @Test
    void anOlderWordDoesNotCount() {
        schools.keep(told("某幼儿园", SchoolKind.PUBLIC), 4);

        assertThat(schools.keep(told("某幼儿园", SchoolKind.PRIVATE), 3)).isFalse();
        assertThat(schools.in(Semester.parse("2019-spring"), code).kind()).isEqualTo(SchoolKind.PUBLIC);
    }

    @Test
    void ofASchoolThatWasWithdrawnNothingIsKnownUntilItComesAgain() {
        schools.keep(told("某幼儿园", SchoolKind.PUBLIC), 1);

        assertThat(schools.keep(new SchoolChange(code, "某幼儿园", Stage.PRESCHOOL, "某镇", null, null, true), 2))
                .isTrue();
        assertThat(schools.in(Semester.parse("2019-spring"), code)).isEqualTo(School.UNKNOWN);
        assertThat(schools.keep(told("某幼儿园", SchoolKind.PUBLIC), 3)).isTrue();
    }

    @Test
    void aSemesterThatIsOverKeepsTheSchoolItHad() {
        was("2017-03-10", 1, SchoolKind.PRIVATE);
        was("2017-10-01", 2, SchoolKind.PRIVATE_INCLUSIVE);

        assertThat(schools.in(Semester.parse("2017-spring"), code).kind()).isEqualTo(SchoolKind.PRIVATE);
        assertThat(schools.in(Semester.parse("2017-autumn"), code).kind()).isEqualTo(SchoolKind.PRIVATE_INCLUSIVE);
        assertThat(schools.in(Semester.parse("2016-autumn"), code).kind()).isEqualTo(SchoolKind.PRIVATE);
        assertThat(schools.in(Semester.parse("2017-spring")))
                .containsEntry(code, new School("某镇", SchoolKind.PRIVATE, SchoolNature.KINDERGARTEN));
    }

    private SchoolChange told(String name, SchoolKind kind) {
        return new SchoolChange(code, name, Stage.PRESCHOOL, "某镇", kind, SchoolNature.KINDERGARTEN, false);
    }

    private void was(String since, int revision, SchoolKind kind) {
        database.update("""
                insert into school_state (code, revision, since, name, stage, town, kind, nature, withdrawn)
                values (:code, :revision, :since, '某幼儿园', 'PRESCHOOL', '某镇', :kind, 'KINDERGARTEN', false)
                """, Map.of("code", code, "revision", revision, "since", LocalDate.parse(since), "kind", kind));
    }
}
