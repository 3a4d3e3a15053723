package cn.gov.zhuozhou.aid.disbursement.award;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a simulation says of things as they are is what the awards of the same pupils come to. */
@DisbursementTest
class SimulationIsAsAwardsAreTest {
    private static final String OTHER = "T-sim" + UUID.randomUUID().toString().substring(0, 6);

    @Inject
    AwardsOf awards;

    @Inject
    Database database;

    @Test
    void placesAndStandingsAreThoseOfAwards() {
        // Given
        String semester = "2028-spring";
        RegistryPupil goesOn = known(semester);
        RegistryPupil granted = known(semester);
        awards.approve(awards.one(awards.list(granted, semester).getString("items[0].id")), Tokens.reviewer())
                .then()
                .statusCode(200);
        awards.receive(granted.is("schoolCode", OTHER).pupilMessage());
        RegistryPupil moved = known(semester);
        awards.receive(moved.is("schoolCode", OTHER).pupilMessage());
        RegistryPupil away = known(semester);
        awards.receive(away.is("enrolmentState", "SUSPENDED").pupilMessage());
        RegistryPupil removal = known(semester);
        awards.receive(removal.ruled("REMOVED", "PROPOSED", true).rulingMessage());
        RegistryPupil wrong = known(semester);
        awards.find(new Finding(wrong).is("semester", semester).confirmed().message());
        RegistryPupil left = known(semester);
        awards.receive(left.is("enrolmentState", "LEFT").pupilMessage());
        RegistryPupil cheat = known(semester);
        awards.receive(cheat.recoveryMessage(UUID.randomUUID(), semester, semester));

        // When
        JsonPath report = simulated("{\"semester\": \"" + semester + "\"}");

        // Then
        assertThat(report.getInt("lookedAt")).isEqualTo(8);
        assertThat(report.getInt("held")).isEqualTo(3);
        assertThat(report.getMap("changes")).isEmpty();
        assertThat(costsOfSchools(report))
                .isEqualTo(Map.of(
                        goesOn.school(),
                        List.of(1, 62500),
                        first(granted),
                        List.of(1, 62500),
                        OTHER,
                        List.of(1, 62500)))
                .isEqualTo(
                        grantedBySchool(semester, List.of(goesOn, granted, moved, away, removal, wrong, left, cheat)));
    }

    @Test
    void aSemesterThatIsOverIsTriedWhereItsPupilsWereOnItsCensusDay() {
        // Given
        String semester = "2018-spring";
        database.update("""
                insert into census_day (id, semester, day, document, set_by, set_by_name, set_at)
                values (uuidv7(), :semester, '2018-03-20', '某文件', 'a', 'a', now())
                """, Map.of("semester", semester));
        RegistryPupil pupil = known(semester);
        String before = pupil.school();
        awards.receive(pupil.is("schoolCode", OTHER + "x").pupilMessage());

        // When
        JsonPath report = simulated("{\"semester\": \"" + semester + "\", \"decidedFor\": \"2019-spring\"}");

        // Then
        assertThat(costsOfSchools(report)).isEqualTo(Map.of(before, List.of(1, 50000)));
    }

    @Test
    void aListSaysTheRulingAndThePlaceButNotWhoIsThere() {
        // Given
        String semester = "2028-autumn";
        RegistryPupil here = known(semester);
        RegistryPupil away = known(semester);
        awards.receive(away.is("enrolmentState", "SUSPENDED").pupilMessage());
        String listed = """
                {"studentId": "%s", "semester": "%s", "identified": true, "level": "SEVERE", "categories": ["DIBAO_R"],
                 "stage": "JUNIOR", "boarding": true, "schoolCode": "%s"}""".replace("\n", "");

        // When
        JsonPath report = simulated("{\"pupils\": [" + listed.formatted(here.id, semester, OTHER + "y") + ", "
                + listed.formatted(away.id, semester, OTHER + "y") + "]}");

        // Then
        assertThat(report.getInt("held")).isEqualTo(1);
        assertThat(report.getList("costs.findAll { it.dimension == 'SCHOOL' }.key", String.class))
                .containsExactlyInAnyOrder(here.school(), OTHER + "y");
        assertThat(report.getInt("costs.find { it.key == '" + OTHER + "y' }.afterFen"))
                .isEqualTo(75000);
        assertThat(report.getMap("changes")).isEqualTo(Map.of("RAISED", 1));
    }

    private RegistryPupil known(String semester) {
        return awards.known(new RegistryPupil().ruled("semester", semester));
    }

    /** The school he was at before he moved. */
    private static String first(RegistryPupil moved) {
        return "T" + moved.id.toString().substring(0, 9);
    }

    private static JsonPath simulated(String question) {
        String at = given().auth()
                .oauth2(Tokens.clerk())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(question)
                .post("/api/v1/simulations")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> given().auth().oauth2(Tokens.clerk()).get(at).jsonPath(),
                        report -> report.get("finishedAt") != null);
    }

    private static Map<String, List<Integer>> costsOfSchools(JsonPath report) {
        Map<String, List<Integer>> found = new HashMap<>();
        report.<Map<String, Object>>getList("costs.findAll { it.dimension == 'SCHOOL' }")
                .forEach(
                        line -> found.put((String) line.get("key"), List.of((Integer) line.get("afterAwards"), (Integer)
                                line.get("afterFen"))));
        return found;
    }

    private Map<String, List<Integer>> grantedBySchool(String semester, List<RegistryPupil> pupils) {
        List<Map<String, Object>> live = new ArrayList<>();
        pupils.forEach(pupil -> live.addAll(awards.list(pupil, semester)
                .getList("items.findAll { it.state == 'PROPOSED' || it.state == 'APPROVED' }")));
        Map<String, List<Integer>> found = new HashMap<>();
        live.forEach(award -> found.merge(
                (String) award.get("schoolCode"),
                List.of(1, (Integer) award.get("amountFen")),
                (a, b) -> List.of(a.get(0) + b.get(0), a.get(1) + b.get(1))));
        return found;
    }
}
