package cn.gov.zhuozhou.aid.disbursement.setaside;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import cn.gov.zhuozhou.aid.disbursement.KnownPupil;
import cn.gov.zhuozhou.aid.disbursement.Rest;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.SchoolKind;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.SchoolNature;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Stage;
import cn.gov.zhuozhou.aid.disbursement.pupil.SchoolChange;
import cn.gov.zhuozhou.aid.disbursement.pupil.Schools;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a school sets aside of its own income, and what it uses of it. */
@DisbursementTest
class SetAsideTest {
    @Inject
    Database database;

    @Inject
    Schools schools;

    private KnownPupil pupil;
    private String clerk;

    @BeforeEach
    void aSchool() {
        pupil = KnownPupil.in(database, "SENIOR_HIGH");
        clerk = Tokens.clerk("school:" + pupil.school());
    }

    @ParameterizedTest
    @CsvSource({
        "PUBLIC, ORDINARY, 1000001, 30000, 30001, true",
        "PUBLIC, ORDINARY, 1000000, 30000, 30000, false",
        "PRIVATE, ORDINARY, 1000000, 49999, 50000, true",
        "PUBLIC, KINDERGARTEN, 1000000, 30000, 30000, false"
    })
    void whoSetsAsideLessThanHeHasToIsWarned(
            String kind, String nature, long base, long fen, long required, boolean below) {
        JsonPath entered = enter(kind, nature, base, fen).jsonPath();

        assertThat(entered.getLong("requiredFen")).isEqualTo(required);
        assertThat(entered.getBoolean("belowRate")).isEqualTo(below);
        assertThat(Rest.get(clerk, "set-asides?year=2018&belowRate=true")
                        .jsonPath()
                        .getList("items"))
                .hasSize(below ? 1 : 0);
    }

    @Test
    @DisplayName("a year of a county: what was set aside of what had to be, who is below, and who entered nothing")
    void aYearIsSeenWhole() {
        KnownPupil neighbour = KnownPupil.in(database, "H" + pupil.school(), pupil.town(), "SENIOR_HIGH");
        told(pupil.school(), SchoolKind.PUBLIC);
        told(neighbour.school(), SchoolKind.PRIVATE);
        JsonPath entered = enter("PUBLIC", "ORDINARY", 1_000_001, 30_000).jsonPath();
        use(entered.getString("id"), 20_000);
        String town = Tokens.clerk("town:" + pupil.town());

        JsonPath seen = Rest.get(town, "set-asides/overview?year=2018&stage=SENIOR_HIGH")
                .jsonPath();

        assertThat(seen.getInt("entered")).isOne();
        assertThat(seen.getInt("belowRate")).isOne();
        assertThat(seen.getLong("requiredFen")).isEqualTo(30_001);
        assertThat(seen.getLong("setAsideFen")).isEqualTo(30_000);
        assertThat(seen.getLong("usedFen")).isEqualTo(20_000);
        assertThat(seen.getList("missing.schoolCode")).isEqualTo(List.of(neighbour.school()));
        assertThat(seen.getString("missing[0].kind")).isEqualTo("PRIVATE");
        assertThat(Rest.get(town, "set-asides/overview?year=2018&stage=PRIMARY")
                        .jsonPath()
                        .getList("missing"))
                .isEmpty();
        assertThat(Rest.get(clerk, "set-asides/overview?year=2018").jsonPath().getList("missing"))
                .isEmpty();
        assertThat(Rest.get(Tokens.of("nobody").token(), "set-asides/overview?year=2018")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aSchoolIsWhatTheRegistryKnowsItAs() {
        told(pupil.school(), SchoolKind.PRIVATE);

        Response refused = enter("PUBLIC", "ORDINARY", 1_000_000, 30_000);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("urn:aid:problem:school-differs");
        assertThat(enter("PRIVATE", "ORDINARY", 1_000_000, 50_000).statusCode()).isEqualTo(201);
    }

    @Test
    void nothingIsUsedTomorrow() {
        String id = enter("PUBLIC", "ORDINARY", 1_000_000, 30_000).jsonPath().getString("id");

        Response early = Rest.post(
                clerk,
                "set-asides/" + id + "/uses",
                Map.of("purpose", "GRANT", "amountFen", 1, "usedOn", "2099-01-01", "pupils", 1));

        assertThat(early.statusCode()).isEqualTo(400);
    }

    @Test
    void aRateOfANatureGoesBeforeTheRateOfAll() {
        Rest.post(
                        Tokens.administrator(),
                        "set-aside-rules",
                        Map.of(
                                "schoolKind", "PUBLIC",
                                "schoolNature", "SPECIAL",
                                "effectiveFrom", 2017,
                                "minBasisPoints", 100,
                                "document", "特殊教育学校提取比例"))
                .then()
                .statusCode(201);

        JsonPath entered = enter("PUBLIC", "SPECIAL", 1_000_000, 10_000).jsonPath();

        assertThat(entered.getBoolean("belowRate")).isFalse();
    }

    @Test
    void whatIsUsedIsNeverMoreThanWasSetAside() {
        String id = enter("PUBLIC", "ORDINARY", 1_000_000, 30_000).jsonPath().getString("id");
        Response used = use(id, 20_000);

        Response more = use(id, 10_001);

        assertThat(used.jsonPath().getLong("leftFen")).isEqualTo(10_000);
        assertThat(more.statusCode()).isEqualTo(422);
        assertThat(more.jsonPath().getString("type")).isEqualTo("urn:aid:problem:more-than-set-aside");
    }

    @Test
    void aUseEnteredByMistakeIsTakenBackOnce() {
        String id = enter("PUBLIC", "ORDINARY", 1_000_000, 30_000).jsonPath().getString("id");
        use(id, 20_000);
        String use = Rest.get(clerk, "set-asides/" + id + "/uses").jsonPath().getString("[0].id");

        Response taken = Rest.post(clerk, "set-asides/" + id + "/uses/" + use + "/reversal", Map.of());
        Response again = Rest.post(clerk, "set-asides/" + id + "/uses/" + use + "/reversal", Map.of());

        assertThat(taken.jsonPath().getLong("leftFen")).isEqualTo(30_000);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(Rest.get(clerk, "set-asides/" + id + "/uses").jsonPath().getList("amountFen"))
                .isEqualTo(List.of(20_000, -20_000));
    }

    @Test
    void figuresAreCorrectedByWhoHasSeenThem() {
        JsonPath entered = enter("PUBLIC", "ORDINARY", 1_000_000, 20_000).jsonPath();
        var correction = Map.of("incomeBaseFen", 1_000_000, "setAsideFen", 30_000, "reason", "漏报");

        Response unseen = Rest.put(clerk, "set-asides/" + entered.getString("id"), correction);
        Response seen = given().auth()
                .oauth2(clerk)
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body(correction)
                .put("/api/v1/set-asides/" + entered.getString("id"));

        assertThat(unseen.statusCode()).isEqualTo(428);
        assertThat(seen.jsonPath().getBoolean("belowRate")).isFalse();
    }

    @Test
    void anotherSchoolDoesNotExist() {
        String id = enter("PUBLIC", "ORDINARY", 1_000_000, 30_000).jsonPath().getString("id");
        String other = Tokens.clerk("school:other");

        assertThat(Rest.get(other, "set-asides/" + id).statusCode()).isEqualTo(404);
        assertThat(Rest.get(other, "set-asides").jsonPath().getList("items")).isEmpty();
        assertThat(enterAs(other, "PUBLIC", "ORDINARY", 1, 1).statusCode()).isEqualTo(404);
        assertThat(enterAs(Tokens.reviewer(), "PUBLIC", "ORDINARY", 1, 1).statusCode())
                .isEqualTo(403);
        assertThat(given().get("/api/v1/set-asides").statusCode()).isEqualTo(401);
        assertThat(Rest.get(Tokens.clerk("town:" + pupil.town()), "set-asides/" + id)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aYearIsEnteredOnce() {
        enter("PUBLIC", "ORDINARY", 1_000_000, 30_000);

        assertThat(enter("PUBLIC", "ORDINARY", 1_000_000, 30_000).statusCode()).isEqualTo(409);
    }

    private void told(String school, SchoolKind kind) {
        QuarkusTransaction.requiringNew()
                .run(() -> schools.keep(
                        new SchoolChange(
                                school, "某高中", Stage.SENIOR_HIGH, pupil.town(), kind, SchoolNature.ORDINARY, false),
                        1));
    }

    private Response use(String id, long fen) {
        return Rest.post(
                clerk,
                "set-asides/" + id + "/uses",
                Map.of("purpose", "FEE_REDUCTION", "amountFen", fen, "usedOn", "2018-12-03", "pupils", 4));
    }

    private Response enter(String kind, String nature, long base, long fen) {
        return enterAs(clerk, kind, nature, base, fen);
    }

    private Response enterAs(String token, String kind, String nature, long base, long fen) {
        return Rest.post(
                token,
                "set-asides",
                Map.of(
                        "schoolCode", pupil.school(),
                        "year", 2018,
                        "schoolKind", kind,
                        "schoolNature", nature,
                        "incomeBaseFen", base,
                        "setAsideFen", fen));
    }
}
