package cn.gov.zhuozhou.aid.registry.identification;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import cn.gov.zhuozhou.aid.registry.TestSemesters;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S67: spring agrees with autumn in the main. */
@RegistryTest
class SimilarityTest {
    @Inject
    County county;

    @Inject
    TestSemesters semesters;

    @ParameterizedTest
    @CsvSource({
        "100, 95, 5, 5, 95, false",
        "100, 95, 6, 5, 95, true",
        "10, 9, 0, 1, 90, false",
        "10, 8, 0, 2, 80, true",
        "0, 0, 1, 0, , true",
        "0, 0, 0, 0, , false"
    })
    void whatExceedsTheThresholdIsFlagged(
            long before, long kept, long added, long removed, Integer share, boolean flagged) {
        // When
        Similarity.Line line = Similarity.line("s", "某校", before, kept, added, removed, 0, 10);
        // Then
        assertThat(line.share()).isEqualTo(share);
        assertThat(line.flagged()).isEqualTo(flagged);
    }

    @Test
    @DisplayName("S67: per school, who was identified before and now, and what is still proposed")
    void eachSchoolIsComparedWithLastSemester() {
        // Given
        Semester semester = semesters.next();
        String school = county.school();
        for (int i = 0; i < 3; i++) {
            UUID kept = county.pupil(school);
            county.identifiedBefore(kept, semester.previous().code(), "SEVERE", "DIBAO_R");
            county.evidence(kept, "DIBAO_R");
        }
        county.identifiedBefore(county.pupil(school), semester.previous().code(), "SEVERE", "DIBAO_R");
        county.evidence(county.pupil(school), "DIBAO_R");
        semesters.open(semester);
        // When
        var report = Acts.as(Tokens.viewer("school:" + school))
                .get("/api/v1/semesters/{code}/similarity", semester.code())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        // Then
        assertThat(report.getInt("threshold")).isEqualTo(10);
        assertThat(report.getList("schools.schoolCode")).containsExactly(school);
        assertThat(report.getInt("schools[0].before")).isEqualTo(4);
        assertThat(report.getInt("schools[0].kept")).isEqualTo(4);
        assertThat(report.getInt("schools[0].proposed")).isEqualTo(2);
        assertThat(report.getInt("schools[0].share")).isEqualTo(100);
        assertThat(report.getBoolean("schools[0].flagged")).isFalse();
    }
}
