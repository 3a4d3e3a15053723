package cn.gov.zhuozhou.aid.registry.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A register that comes again is met by the hashes of its rows; only what none of them tells is looked at whole. */
@RegistryTest
class RegisterComesAgainTest {
    private static final String SOURCE = "civil-affairs-dibao";
    private static final Map<String, String> OF_REGISTER = Map.of("source", SOURCE);

    @Inject
    Database database;

    @Test
    void aKnownRowStandsAndWhatLaterRowsSayOfItsPersonIsARepetition() {
        // Given
        var county = new County();
        county.family("H" + People.child(), county.pupil());
        Feeds.take(SOURCE, county.dibao());

        // When
        var again = Feeds.take(SOURCE, county.dibao() + lastRow(county).replace(",300", ",310"));

        // Then
        assertThat(outcome(again)).containsExactly(again.getInt("accepted"), 0, 0, 0, 1);
    }

    @Test
    void theFirstRowOfAPersonCountsAlsoWhereALaterOneIsKnown() {
        // Given
        var county = new County();
        county.family("H" + People.child(), county.pupil());
        String known = county.dibao();
        Feeds.take(SOURCE, known);
        String row = lastRow(county);

        // When
        var again = Feeds.take(SOURCE, known.replace(row, row.replace(",300", ",310") + row));

        // Then
        assertThat(outcome(again)).containsExactly(again.getInt("accepted") - 1, 0, 1, 0, 1);
    }

    @Test
    void rowsHashedOtherwiseOnceAreKnownByWhatTheySayAndHashedAnew() {
        // Given
        var county = new County();
        county.family("H" + People.child(), county.pupil());
        Feeds.take(SOURCE, county.dibao());
        List<String> hashes = hashes();
        database.update(
                "update register_entry set row_hash = uuid_send(uuidv7()) where source = :source and valid_to is null",
                OF_REGISTER);

        // When
        var again = Feeds.take(SOURCE, county.dibao());

        // Then
        assertThat(outcome(again)).containsExactly(again.getInt("accepted"), 0, 0, 0, 0);
        assertThat(hashes()).isEqualTo(hashes);
    }

    @Test
    void whatTheRollKnowsOfEachPersonIsToldAgain() {
        // Given
        var county = new County();
        County.Pupil pupil = county.pupil();
        County.Pupil renamed = county.pupil();
        Feeds.take("schools", County.schools());
        Feeds.take("enrolment", county.enrolment());
        county.family("H" + People.child(), pupil);
        String household = "H" + People.child();
        county.head(household, renamed);
        county.dibao(household, renamed.guardianName(), renamed.guardianIdentity(), "另一名", renamed.identity(), "子女");
        county.dibao(household, renamed.guardianName(), renamed.guardianIdentity(), "不在册", People.child(), "子女");
        var first = Feeds.take(SOURCE, county.dibao());

        // When
        var again = Feeds.take(SOURCE, county.dibao());

        // Then
        assertThat(matches(first)).contains("MATCHED", "NAME_CONFLICT", "NO_PUPIL", "NOT_A_PUPIL");
        assertThat(again.getInt("same")).isEqualTo(first.getInt("accepted"));
        assertThat(matches(again)).isEqualTo(matches(first));
    }

    /** Line by line. */
    private static List<String> matches(JsonPath batch) {
        return given().auth()
                .oauth2(Tokens.clerk())
                .get("/api/v1/feeds/batches/" + batch.getString("batchId") + "/rows?limit=500")
                .jsonPath()
                .getList("items.match");
    }

    private static String lastRow(County county) {
        return county.dibaoRows().getLast() + "\n";
    }

    /** Same, added, changed, gone and repeated. */
    private static List<Integer> outcome(JsonPath batch) {
        return List.of(
                batch.getInt("same"),
                batch.getInt("added"),
                batch.getInt("changed"),
                batch.getInt("gone"),
                batch.getInt("duplicates"));
    }

    private List<String> hashes() {
        return database.list(
                "select id || encode(row_hash, 'hex') from register_entry where source = :source and valid_to is null order by 1",
                OF_REGISTER,
                row -> row.getString(1));
    }
}
