package cn.gov.zhuozhou.aid.disbursement.award;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import cn.gov.zhuozhou.aid.disbursement.elsewhere.OutOfAreaTold;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisbursementTest
@DisplayName("A12: a pupil aided here whom a school elsewhere says it aids in the same semester")
class AidedElsewhereTest {
    private static final String PATH = "/api/v1/aided-elsewhere";
    private static final String BOARDERS = "义务教育寄宿生生活补助";

    @Inject
    AwardsOf awards;

    @Inject
    OutOfAreaTold registry;

    private final UUID outOfArea = UUID.randomUUID();

    @Test
    void isReportedWithBothAmountsAndWhetherItIsTheSameProgramme() {
        // Given
        var pupil = awards.known(new RegistryPupil());
        String award = awards.only(pupil).getString("id");

        // When
        tell(pupil, 3, aid(BOARDERS, 62_500), aid("某市慈善助学金", 10_000));

        // Then
        pairs(Tokens.auditor("school:" + pupil.school()))
                .body("items.awardId", contains(award, award))
                .body("items.programme", contains("CMP-03", "CMP-03"))
                .body("items.said", contains(BOARDERS, "某市慈善助学金"))
                .body("items.amountElsewhereFen", contains(62_500, 10_000))
                .body("items.sameProgramme", contains(true, false))
                .body("items[0].outOfAreaStudentId", equalTo(outOfArea.toString()))
                .body("next", equalTo(null));
        pairs(Tokens.auditor("town:" + pupil.town())).body("items.awardId", contains(award, award));
        pairs(Tokens.auditor("town:别处镇")).body("items.awardId", not(hasItem(award)));
    }

    @Test
    void isNoLongerReportedOnceTheReplyIsCorrectedAndOlderNewsChangeNothing() {
        // Given
        var pupil = awards.known(new RegistryPupil());
        tell(pupil, 3, aid(BOARDERS, 62_500));

        // When
        tell(pupil, 5);
        tell(pupil, 4, aid(BOARDERS, 62_500));

        // Then
        pairs(Tokens.auditor("school:" + pupil.school())).body("items", empty());
    }

    @Test
    void anotherSemesterAndAPupilWithoutARecordHereAreNoPairs() {
        // Given
        var pupil = awards.known(new RegistryPupil());

        // When
        tell(pupil, 1, Map.of("semester", "2018-autumn", "programme", BOARDERS, "amountFen", 62_500));
        told(UUID.randomUUID(), null, 1, aid(BOARDERS, 62_500));

        // Then
        pairs(Tokens.auditor("school:" + pupil.school())).body("items", empty());
    }

    @Test
    void whatAProgrammeIsCalledElsewhereIsTheAdministratorsToSay() {
        // Given
        var pupil = awards.known(new RegistryPupil());
        String said = "寄宿生生活费" + UUID.randomUUID();
        tell(pupil, 1, aid(said, 62_500));
        pairs(Tokens.auditor("school:" + pupil.school())).body("items.sameProgramme", contains(false));

        // When
        say(Tokens.administrator(), said, "CMP-03").statusCode(200).body("items.said", hasItem(said));

        // Then
        pairs(Tokens.auditor("school:" + pupil.school())).body("items.sameProgramme", contains(true));
        say(Tokens.administrator(), said, "XX-99").statusCode(409);
        say(Tokens.clerk(), said, "CMP-03").statusCode(403);
        say(Tokens.administrator("town:别处镇"), said, "CMP-03").statusCode(404);
        given().get(PATH + "?semester=2019-spring").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.administrator())
                .get(PATH + "?semester=2019-spring")
                .then()
                .statusCode(403);
        given().auth().oauth2(Tokens.auditor()).get(PATH).then().statusCode(400);
    }

    private void tell(RegistryPupil pupil, int revision, Map<?, ?>... aids) {
        told(outOfArea, pupil.id, revision, aids);
    }

    private void told(UUID person, UUID pupil, int revision, Map<?, ?>... aids) {
        Map<String, Object> told = new HashMap<>();
        told.put("outOfAreaStudentId", person);
        told.put("revision", revision);
        told.put("studentId", pupil);
        told.put("aids", List.of(aids));
        registry.receive(RegistryPupil.poll(List.of(RegistryPupil.message(
                "student-registry.out-of-area",
                OutOfAreaTold.TYPE,
                person.toString(),
                person,
                revision,
                RegistryPupil.json(told)))));
    }

    private static Map<String, Object> aid(String programme, int amountFen) {
        return Map.of("semester", "2019-spring", "programme", programme, "amountFen", amountFen);
    }

    private static ValidatableResponse pairs(String token) {
        return given().auth()
                .oauth2(token)
                .get(PATH + "?semester=2019-spring")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse say(String token, String said, String programme) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of("said", said, "programme", programme))
                .put(PATH + "/wordings")
                .then();
    }
}
