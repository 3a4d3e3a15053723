package cn.gov.zhuozhou.aid.disbursement.award;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every award explains its amount, and its decisions come out the same when they are made again. */
@DisbursementTest
class ExplanationTest {
    @Inject
    AwardsOf awards;

    @Inject
    Payments payments;

    private final RegistryPupil pupil = new RegistryPupil();

    @Test
    void itNamesRateRuleRulingMoneyAndWhoDidWhat() {
        // Given
        String award = approved();
        payments.line(award, 1, 50000, "SETTLED");

        // When
        JsonPath explained = given().auth()
                .oauth2(Tokens.auditor())
                .accept("application/json")
                .get("/api/v1/awards/" + award + "/explanation")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        // Then
        assertThat(explained.getString("rate.key")).isEqualTo("PRIMARY");
        assertThat(explained.getLong("rate.amountFen")).isEqualTo(50000);
        assertThat(explained.getString("rate.legalBasis")).isNotBlank();
        assertThat(explained.getList("entitledBecause.code")).isEqualTo(List.of("BOARDER_PRIMARY", "RATE"));
        assertThat(explained.getString("award.identificationId")).isEqualTo(pupil.identification.toString());
        assertThat(explained.getString("input.place.schoolCode")).isEqualTo(pupil.school());
        assertThat(explained.getBoolean("input.place.boarding")).isTrue();
        assertThat(explained.getString("input.policyVersion")).isEqualTo(explained.getString("award.policyVersion"));
        assertThat(explained.getLong("money.settledFen")).isEqualTo(50000);
        assertThat(explained.getLong("money.payableFen")).isZero();
        assertThat(explained.getList("history.event")).isEqualTo(List.of("PROPOSED", "APPROVED"));
    }

    @Test
    void itIsReadInPlainChinese() {
        // Given
        String award = approved();

        // When
        String text = given().auth()
                .oauth2(Tokens.auditor())
                .accept("text/plain")
                .get("/api/v1/awards/" + award + "/explanation")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        // Then
        assertThat(text)
                .contains("项目：义务教育寄宿生生活补助（CMP-03）")
                .contains("学期：2019年春季学期")
                .contains("金额：500.00元")
                .contains("状态：已批准")
                .contains("标准：PRIMARY，每学期500.00元，自2016年秋季学期起执行")
                .contains("享受理由：认定的小学寄宿生")
                .contains("待发500.00元")
                .contains("1. 2019-")
                .contains("系统 提出 500.00元");
    }

    @Test
    void everyDecisionMadeAgainFromItsInputsIsTheSame() {
        // Given
        String award = approved();
        awards.receive(pupil.ruled("REMOVED", "PROPOSED", true).rulingMessage());
        awards.receive(pupil.ruled("CARRIED", "EFFECTIVE", true).rulingMessage());
        awards.receive(pupil.is("boarding", false).pupilMessage());

        // When
        JsonPath replay = given().auth()
                .oauth2(Tokens.auditor())
                .get("/api/v1/awards/" + award + "/replay")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        // Then
        assertThat(replay.getBoolean("same")).isTrue();
        assertThat(replay.getList("steps.revision")).isEqualTo(List.of(1, 3, 4, 5));
        assertThat(replay.getList("steps.same")).isEqualTo(List.of(true, true, true, true));
    }

    @Test
    void nobodyReadsItBeyondHisJurisdictionOrRole() {
        // Given
        String url = "/api/v1/awards/" + approved() + "/explanation";

        // Then
        assertThat(given().auth().oauth2(Tokens.clerk("school:other")).get(url).statusCode())
                .isEqualTo(404);
        assertThat(given().auth()
                        .oauth2(Tokens.clerk("school:" + pupil.school()))
                        .get(url)
                        .statusCode())
                .isEqualTo(200);
        assertThat(given().auth().oauth2(Tokens.administrator()).get(url).statusCode())
                .isEqualTo(403);
        assertThat(given().get(url).statusCode()).isEqualTo(401);
    }

    private String approved() {
        awards.known(pupil);
        awards.approve(awards.only(pupil), Tokens.reviewer()).then().statusCode(200);
        return awards.only(pupil).getString("id");
    }
}
