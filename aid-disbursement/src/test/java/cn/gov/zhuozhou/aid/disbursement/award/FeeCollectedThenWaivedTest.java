package cn.gov.zhuozhou.aid.disbursement.award;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import cn.gov.zhuozhou.aid.disbursement.Rest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisbursementTest
@DisplayName("A09: a fee collected in the semester in which it is waived")
class FeeCollectedThenWaivedTest {
    @Inject
    AwardsOf awards;

    @Test
    void isReportedWhereTheAwardCameFirst() {
        var pupil = awards.known(highSchool());
        String waiver = award(pupil, "HS-02");

        String receipt = Fees.collect(pupil, "2019-spring", "TUITION", 75_000);

        JsonPath seen = found(pupil);
        assertThat(seen.getList("items.receipt.id")).isEqualTo(List.of(receipt));
        assertThat(seen.getString("items[0].receipt.studentId")).isEqualTo(pupil.id.toString());
        assertThat(seen.getString("items[0].receipt.schoolCode")).isEqualTo(pupil.school());
        assertThat(seen.getString("items[0].receipt.semester")).isEqualTo("2019-spring");
        assertThat(seen.getLong("items[0].receipt.leftFen")).isEqualTo(75_000);
        assertThat(seen.getList("items[0].awards.awardId")).isEqualTo(List.of(waiver));
        assertThat(seen.getString("items[0].awards[0].state")).isEqualTo("PROPOSED");
        assertThat(seen.getString("items[0].reason.code")).isEqualTo("A09");
        assertThat(seen.getString("items[0].reason.zh")).contains("学费应免").contains("未退 750.00 元");
        assertThat(seen.getString("items[0].reason.legalBasis")).contains("三免一助");
    }

    @Test
    void isReportedWhereTheReceiptCameFirst() {
        var pupil = awards.known(highSchool().ruled("fourCategory", false));
        String receipt = Fees.collect(pupil, "2019-spring", "BOARDING_FEE", 30_000);
        assertThat(found(pupil).getList("items")).isEmpty();

        awards.receive(pupil.ruled("fourCategory", true).rulingMessage());

        assertThat(found(pupil).getList("items.receipt.id")).isEqualTo(List.of(receipt));
        assertThat(found(pupil).getList("items[0].awards.programme")).isEqualTo(List.of("HS-02"));
    }

    @Test
    void isNoMoreOnceTheWaiverEnded() {
        var pupil = awards.known(highSchool());
        Fees.collect(pupil, "2019-spring", "TUITION", 75_000);

        awards.receive(pupil.ruled("REMOVED", "EFFECTIVE", false).rulingMessage());

        assertThat(awards.one(award(pupil, "HS-02")).getString("state")).isEqualTo("STOPPED");
        assertThat(found(pupil).getList("items")).isEmpty();
    }

    @Test
    void isWhatIsLeftOfItAfterARefundAndNoMoreAfterTheLast() {
        var pupil = awards.known(highSchool());
        String receipt = Fees.collect(pupil, "2019-spring", "TUITION", 75_000);

        Fees.giveBack(pupil, receipt, 25_001);

        assertThat(found(pupil).getList("items.receipt.leftFen")).isEqualTo(List.of(49_999));
        Fees.giveBack(pupil, receipt, 49_999);
        assertThat(found(pupil).getList("items")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SENIOR_HIGH, 2019-spring, TEXTBOOKS, 1",
        "SENIOR_HIGH, 2018-autumn, TUITION, 0",
        "SENIOR_HIGH, 2019-autumn, TUITION, 0",
        "SENIOR_HIGH, 2019-spring, MISC_FEE, 0",
        "SECONDARY_VOCATIONAL, 2019-spring, TUITION, 1",
        "SECONDARY_VOCATIONAL, 2019-spring, BOARDING_FEE, 0",
        "PRIMARY, 2019-spring, TUITION, 0"
    })
    void isWhatThePolicySetSaysIsWaivedInThatSemester(String stage, String semester, String fee, int reported) {
        var pupil = awards.known(new RegistryPupil().is("stage", stage).is("grade", 11));

        Fees.collect(pupil, semester, fee, 20_000);

        assertThat(found(pupil, semester).getList("items")).hasSize(reported);
        assertThat(found(pupil).getList("items")).hasSize(reported);
    }

    @Test
    void isSeenUnderTheRecordThatCountsWhereTwoWereOnePerson() {
        var merged = awards.known(highSchool());
        var counts = awards.known(highSchool().is("schoolCode", merged.school()).is("schoolTown", merged.town()));
        String receipt = Fees.collect(merged, "2019-spring", "TUITION", 75_000);

        awards.receive(
                merged.is("enrolmentState", "LEFT").is("mergedInto", counts.id).pupilMessage());

        assertThat(awards.one(award(merged, "HS-02")).getString("state")).isEqualTo("STOPPED");
        assertThat(found(merged).getList("items.receipt.id")).isEqualTo(List.of(receipt));
        assertThat(found(merged).getList("items[0].awards.awardId")).isEqualTo(List.of(award(counts, "HS-02")));
    }

    @Test
    void theCountySeesAllPageByPageAndASchoolItsOwn() {
        var pupil = awards.known(highSchool());
        var mate = awards.known(highSchool().is("schoolCode", pupil.school()).is("schoolTown", pupil.town()));
        String first = Fees.collect(pupil, "2019-spring", "TUITION", 75_000);
        String second = Fees.collect(mate, "2019-spring", "TEXTBOOKS", 9_900);
        String county = Tokens.auditor();

        JsonPath page = seen(county, "2019-spring&limit=1&school=" + pupil.school());
        JsonPath next =
                seen(county, "2019-spring&limit=1&school=" + pupil.school() + "&after=" + page.getString("next"));

        assertThat(page.getList("items.receipt.id")).isEqualTo(List.of(first));
        assertThat(next.getList("items.receipt.id")).isEqualTo(List.of(second));
        assertThat(next.getString("next")).isNull();
        assertThat(seen(Tokens.clerk("school:" + pupil.school()), "2019-spring").getList("items"))
                .hasSize(2);
        assertThat(seen(Tokens.clerk("town:" + pupil.town()), "2019-spring").getList("items"))
                .hasSize(2);
        assertThat(seen(Tokens.clerk("school:other"), "2019-spring").getList("items"))
                .isEmpty();
        assertThat(Rest.get(Tokens.administrator(), "coverage/collected-then-waived?semester=2019-spring")
                        .statusCode())
                .isEqualTo(403);
        assertThat(Rest.get(county, "coverage/collected-then-waived").statusCode())
                .isEqualTo(400);
    }

    private static RegistryPupil highSchool() {
        return new RegistryPupil().is("stage", "SENIOR_HIGH").is("grade", 11);
    }

    private String award(RegistryPupil pupil, String programme) {
        return awards.list(pupil).getString("items.find { it.programme == '" + programme + "' }.id");
    }

    private static JsonPath found(RegistryPupil pupil) {
        return found(pupil, "2019-spring");
    }

    private static JsonPath found(RegistryPupil pupil, String semester) {
        return seen(Tokens.auditor("school:" + pupil.school()), semester);
    }

    private static JsonPath seen(String token, String which) {
        return Rest.get(token, "coverage/collected-then-waived?semester=" + which)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
