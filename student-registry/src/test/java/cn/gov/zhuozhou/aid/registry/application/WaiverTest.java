package cn.gov.zhuozhou.aid.registry.application;

import static cn.gov.zhuozhou.aid.registry.application.ProcedureTest.assertProblem;
import static cn.gov.zhuozhou.aid.registry.application.Procedures.clerk;
import static cn.gov.zhuozhou.aid.registry.application.Procedures.created;
import static cn.gov.zhuozhou.aid.registry.application.Procedures.ok;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import cn.gov.zhuozhou.aid.registry.TestSemesters;
import cn.gov.zhuozhou.aid.registry.identification.Acts;
import cn.gov.zhuozhou.aid.registry.identification.County;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@RegistryTest
class WaiverTest {
    @Inject
    County county;

    @Inject
    TestSemesters semesters;

    @Inject
    Procedures procedures;

    private Semester semester;
    private String school;
    private UUID pupil;

    @BeforeEach
    void aPupilOnTheNewestRegister() {
        semester = semesters.open();
        school = county.school();
        pupil = county.pupil(school);
        county.evidence(pupil, "DIBAO_R");
    }

    @Test
    @DisplayName("S72: whoever declines in writing is not identified and not missed")
    void whoeverDeclinesIsNotIdentifiedAndNotMissed() {
        // Given
        county.evaluate(pupil);
        assertThat(state()).isEqualTo("ADDED PROPOSED false");

        // When
        created(waive());

        // Then
        assertThat(state()).isEqualTo("NONE WITHDRAWN false");
        JsonPath told = procedures.events(pupil, "EligibilityChanged.v1").getLast();
        assertThat(told.getList("reasons.code")).isEqualTo(List.of("WAIVED"));
        assertThat(told.getString("reasons[0].legalBasis")).contains("16号");
        assertThat(told.getBoolean("validBasis")).isFalse();
    }

    @Test
    @DisplayName("S70: what is in force ends after review and notice, also by the family's own wish")
    void whatIsInForceEndsAfterReviewAndNotice() {
        // Given
        county.identifiedBefore(pupil, semester.previous().code(), "SEVERE", "DIBAO_R");
        county.evaluate(pupil);

        // When
        created(waive());

        // Then
        assertThat(state()).isEqualTo("REMOVED PROPOSED true");
    }

    @Test
    void takenBackWhatHoldsCountsAgain() {
        // Given
        county.evaluate(pupil);
        JsonPath waiver = created(waive());
        assertProblem(waive(), 409, "waiver-stands");

        // When
        JsonPath back = ok(Acts.as(clerk(school))
                .header("If-Match", "\"" + waiver.getLong("version") + "\"")
                .post("/api/v1/waivers/{id}/withdrawal", waiver.getString("id")));

        // Then
        assertThat(back.getString("state")).isEqualTo("TAKEN_BACK");
        assertThat(state()).isEqualTo("ADDED PROPOSED false");
    }

    @Test
    void itEndsAnApplicationUnderWayAndBarsAnother() {
        // Given
        county.evaluate(pupil);
        procedures.tell(school, semester.code());
        JsonPath application = created(procedures.apply(clerk(school), pupil, "SUBSISTENCE_ALLOWANCE"));

        // When
        created(waive());

        // Then
        assertThat(procedures.show(application).getString("state")).isEqualTo("WITHDRAWN");
        assertProblem(procedures.apply(clerk(school), pupil), 409, "waiver-stands");
    }

    private Response waive() {
        return Acts.as(clerk(school))
                .body(Map.of("studentId", pupil, "reason", "家庭情况好转，自愿放弃", "signature", procedures.signature()))
                .post("/api/v1/waivers");
    }

    private String state() {
        JsonPath found = Acts.find(Tokens.viewer(), semester.code(), school, pupil);
        return found.getString("result") + " " + found.getString("state") + " " + found.getBoolean("identified");
    }
}
