package cn.gov.zhuozhou.aid.registry.reversecheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessCalendar;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import cn.gov.zhuozhou.aid.registry.feed.People;
import cn.gov.zhuozhou.aid.registry.hardship.DeskActs;
import cn.gov.zhuozhou.aid.registry.hardship.DeskFacts;
import cn.gov.zhuozhou.aid.registry.hardship.Village;
import cn.gov.zhuozhou.aid.registry.hardship.Village.Child;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@RegistryTest
class ReverseCheckTest {
    private static final String TASKS = "/api/v1/reverse-checks";
    private static final Path CONTRACT = Path.of("src/main/resources/contract");

    @Inject
    BusinessClock clock;

    @Inject
    BusinessCalendar calendar;

    @Inject
    DeskFacts facts;

    @Inject
    SemesterRound round;

    @Inject
    OutOfAreaPersons outOfArea;

    @Inject
    FieldCrypto crypto;

    @Inject
    ObjectMapper json;

    private final Village village = new Village();
    private final String clerk = Tokens.clerk("town:" + village.town);
    private final String reviewer = Tokens.reviewer("town:" + village.town);
    private final Child child = Child.named("孙小远");

    @Test
    @DisplayName("S46 S73: a school-age person without a pupil is a task of the central school of the household's town")
    void aPersonNoPupilIsBecomesATaskOfTheTown() {
        // When
        UUID task = missing();

        // Then
        show(clerk, task)
                .statusCode(200)
                .body("state", equalTo("OPEN"))
                .body("name", equalTo("孙小远"))
                .body("village", equalTo("第1村"))
                .body("expectedStage", equalTo("PRIMARY"))
                .body("openedOn", equalTo(clock.today().toString()))
                .body("dueOn", equalTo(calendar.lastDayAfter(clock.today(), 10).toString()))
                .body("overdue", equalTo(false));
        DeskActs.get(clerk, TASKS).body("items.taskId", equalTo(List.of(task.toString())));
        DeskActs.get(clerk, TASKS + "/counts").body("items.town", equalTo(List.of(village.town)));
        DeskActs.get(clerk, TASKS + "?overdue=true").body("items.size()", equalTo(0));
        DeskActs.get(clerk, TASKS + "/" + task + "/leads")
                .statusCode(200)
                .body("number", equalTo("**************" + child.identity().substring(14)));
        assertThat(facts.events(task, "SchoolAgePersonUnmatched.v1")).hasSize(1);
    }

    @Test
    @DisplayName("S73: who is found out of area is settled by two people and handed to the out-of-area feature")
    void outOfAreaIsSettledByTwoPeopleAndNotAskedAgain() throws IOException {
        // Given
        UUID task = missing();
        act(clerk, task, "taking", Map.of()).statusCode(200).body("state", equalTo("TAKEN"));

        // When
        act(clerk, task, "answers", outOfAreaAnswer()).statusCode(200).body("state", equalTo("PROPOSED"));
        String sameClerk = Tokens.of("clerk@town:" + village.town)
                .roles("aid-reviewer")
                .org("town:" + village.town)
                .token();
        act(sameClerk, task, "reviews", agreed()).statusCode(422).body("type", equalTo("urn:aid:problem:same-person"));
        boolean before = outOfArea.find(task, Jurisdiction.BUREAU).isPresent();
        act(reviewer, task, "reviews", agreed()).statusCode(200).body("state", equalTo("SETTLED"));
        village.takeDibao();

        // Then
        assertThat(before).isFalse();
        var person = outOfArea
                .find(task, new Jurisdiction(Jurisdiction.Kind.TOWN, village.town))
                .orElseThrow();
        assertThat(person.name()).isEqualTo("孙小远");
        assertThat(person.schoolName()).isEqualTo("房山某小学");
        assertThat(person.categories()).containsExactly("DIBAO_R");
        assertThat(person.headName()).isEqualTo(child.guardian());
        assertThat(crypto.decrypt(outOfArea.sealedIdentity(task).orElseThrow())).isEqualTo(child.identity());
        assertThat(outOfArea.find(task, new Jurisdiction(Jurisdiction.Kind.TOWN, "别处")))
                .isEmpty();
        assertThat(facts.missing(child)).isEqualTo(task);
        assertThat(facts.stateOfCase(task)).isEqualTo("CONFIRMED");
        assertThat(lastAnswer(task)).containsEntry("state", "SETTLED").containsEntry("answer", "OUT_OF_AREA");

        // When
        act(reviewer, task, "reopenings", Map.of("reason", "已回本县"))
                .statusCode(200)
                .body("state", equalTo("TAKEN"));

        // Then
        assertThat(facts.stateOfCase(task)).isEqualTo("OPEN");
        assertThat(lastAnswer(task)).containsEntry("state", "REOPENED").containsEntry("answer", null);
    }

    @Test
    @DisplayName("S16: who is out of school is passed on to dropout control and stays open until the matter ends")
    void outOfSchoolGoesOnElsewhere() throws IOException {
        // Given
        UUID task = missing();
        Map<String, Object> answer = answer("OUT_OF_SCHOOL");
        answer.put("why", "外出打工");
        answer.put("since", "2018-11-20");

        // When
        act(clerk, task, "answers", answer).statusCode(200).body("state", equalTo("FOLLOWED_UP"));

        // Then
        assertThat(facts.stateOfCase(task)).isEqualTo("OPEN");
        assertThat(lastAnswer(task))
                .containsEntry("state", "ANSWERED")
                .containsEntry("outOfSchoolSince", "2018-11-20")
                .doesNotContainKey("name");
        act(clerk, task, "answers", outOfAreaAnswer()).statusCode(200).body("state", equalTo("PROPOSED"));
        act(reviewer, task, "reviews", Map.of("decision", "RETURNED", "opinion", "证据不足"))
                .statusCode(200)
                .body("state", equalTo("TAKEN"));
    }

    @Test
    void aWrongNumberIsAProposalAtTheDeskThatClosesTheTask() {
        // Given
        Child enrolled = new Child("孙远", People.child(), People.name(), People.adult());
        village.pupil(enrolled);
        UUID task = missing();
        Map<String, Object> answer = answer("WRONG_NUMBER");
        answer.put("number", enrolled.identity());

        // When
        act(clerk, task, "answers", answer).statusCode(200).body("state", equalTo("FOLLOWED_UP"));
        UUID desk = facts.caseOf(enrolled, "WRONG_NUMBER");
        review(Tokens.reviewer(), desk);

        // Then
        assertThat(facts.of(enrolled)).containsExactly("evidence DIBAO_R DECIDED", "case WRONG_NUMBER CONFIRMED");
        show(clerk, task).body("state", equalTo("CLOSED"));
        village.takeDibao();
        assertThat(facts.of(enrolled)).containsExactly("evidence DIBAO_R DECIDED", "case WRONG_NUMBER CONFIRMED");
    }

    @Test
    void aPupilFoundToBeAnotherPersonBringsTheTaskBack() throws IOException {
        // Given
        Child enrolled = new Child("孙远", People.child(), People.name(), People.adult());
        village.pupil(enrolled);
        UUID task = missing();
        Map<String, Object> answer = answer("WRONG_NUMBER");
        answer.put("studentId", facts.student(enrolled));
        act(clerk, task, "answers", answer).statusCode(200);
        UUID desk = facts.caseOf(enrolled, "WRONG_NUMBER");

        // When
        DeskActs.post(
                        Tokens.reviewer(),
                        "/api/v1/match-decisions/" + desk + "/reviews",
                        "*",
                        Map.of("decision", "RETURNED", "opinion", "并非同一人"))
                .statusCode(200);

        // Then
        show(clerk, task).body("state", equalTo("TAKEN")).body("answer", equalTo(null));
        assertThat(lastAnswer(task)).containsEntry("state", "REOPENED");
    }

    @Test
    void whatAKindNeedsIsAskedForAndOnlyWhatWasSeenIsChanged() {
        // Given
        UUID task = missing();

        // Then
        act(clerk, task, "answers", answer("OUT_OF_AREA"))
                .statusCode(422)
                .body("detail", equalTo("Missing or not usable: place.province, place.schoolName, stage"));
        Map<String, Object> nobody = answer("WRONG_NUMBER");
        nobody.put("number", People.child());
        act(clerk, task, "answers", nobody).statusCode(422).body("type", equalTo("urn:aid:problem:pupil-unknown"));
        String path = TASKS + "/" + task + "/answers";
        DeskActs.post(clerk, path, null, outOfAreaAnswer()).statusCode(428);
        DeskActs.post(clerk, path, "\"9\"", outOfAreaAnswer()).statusCode(412);
        act(reviewer, task, "reviews", agreed()).statusCode(409);
        show(clerk, task).body("state", equalTo("OPEN"));
    }

    @Test
    void onlyTheTownAndTheBureauSeeATask() {
        // Given
        UUID task = missing();
        String elsewhere = Tokens.clerk("town:别处");

        // Then
        for (String path : List.of("/" + task, "/" + task + "/leads")) {
            DeskActs.get(Tokens.clerk(), TASKS + path).statusCode(200);
            DeskActs.get(elsewhere, TASKS + path).statusCode(404);
            DeskActs.get(Tokens.clerk("school:" + village.school), TASKS + path).statusCode(404);
            DeskActs.get(Tokens.administrator(), TASKS + path).statusCode(403);
            DeskActs.get(null, TASKS + path).statusCode(401);
        }
        DeskActs.get(elsewhere, TASKS).body("items.taskId", not(hasItem(task.toString())));
        for (String path : List.of("", "/counts")) {
            DeskActs.get(Tokens.administrator(), TASKS + path).statusCode(403);
            DeskActs.get(null, TASKS + path).statusCode(401);
        }
        for (String act : List.of("taking", "answers")) {
            Map<String, Object> body = "taking".equals(act) ? Map.of() : outOfAreaAnswer();
            act(elsewhere, task, act, body).statusCode(404);
            act(reviewer, task, act, body).statusCode(403);
            act(null, task, act, body).statusCode(401);
        }
        for (String act : List.of("reviews", "reopenings")) {
            Map<String, ?> body = "reviews".equals(act) ? agreed() : Map.of("reason", "再查");
            act(Tokens.reviewer("town:别处"), task, act, body).statusCode(404);
            act(clerk, task, act, body).statusCode(403);
            act(null, task, act, body).statusCode(401);
        }
    }

    @Test
    void whoIsOfSchoolAgeIsTheAdministratorsToSay() {
        // Given
        String student = People.numbered(LocalDate.of(1999, 6, 1), 1);
        village.tekun("赵大学", student).takeTekun();
        UUID before = facts.missing(student);
        Map<String, ?> set = Map.of(
                "source",
                "civil-affairs-tekun",
                "task",
                true,
                "validFrom",
                "2019-03-01",
                "ranges",
                List.of(
                        Map.of("stage", "PRIMARY", "fromAge", 6, "toAge", 11),
                        Map.of("stage", "HIGHER", "fromAge", 18, "toAge", 22)));

        // When
        DeskActs.post(Tokens.clerk(), "/api/v1/school-ages", null, set).statusCode(403);
        DeskActs.post(Tokens.administrator("town:别处"), "/api/v1/school-ages", null, set)
                .statusCode(404);
        DeskActs.post(null, "/api/v1/school-ages", null, set).statusCode(401);
        DeskActs.post(Tokens.administrator(), "/api/v1/school-ages", null, set).statusCode(201);

        // Then
        assertThat(before).isNull();
        show(Tokens.clerk(), facts.missing(student)).statusCode(200).body("expectedStage", equalTo("HIGHER"));
        DeskActs.post(Tokens.administrator(), "/api/v1/school-ages", null, set).statusCode(409);
        DeskActs.get(Tokens.auditor(), "/api/v1/school-ages").body("items.stage", hasItem("HIGHER"));
    }

    @Test
    void deadlinesAndReasonsAreTheAdministratorsToChange() {
        Map<String, ?> deadline = Map.of("work", "REVERSE_CHECK", "workingDays", 7, "validFrom", "2040-01-01");
        DeskActs.post(Tokens.clerk(), "/api/v1/desk-deadlines", null, deadline).statusCode(403);
        DeskActs.post(Tokens.administrator(), "/api/v1/desk-deadlines", null, deadline)
                .statusCode(201)
                .body("items.workingDays", hasItem(7));
        Map<String, ?> reason = Map.of("act", "REJECTED", "zh", "另有其人", "en", "Somebody else", "active", false);
        DeskActs.as(Tokens.clerk())
                .body(reason)
                .put("/api/v1/decision-reasons/SOMEBODY_ELSE")
                .then()
                .statusCode(403);
        DeskActs.as(Tokens.administrator())
                .body(reason)
                .put("/api/v1/decision-reasons/SOMEBODY_ELSE")
                .then()
                .statusCode(200)
                .body("items.code", hasItem("SOMEBODY_ELSE"));
        DeskActs.get(null, "/api/v1/decision-reasons").statusCode(401);
    }

    @Test
    void theExamplesFitTheContract() throws IOException {
        try (Stream<Path> files = Files.list(CONTRACT.resolve("examples"))) {
            List<Path> examples = files.filter(
                            file -> file.getFileName().toString().startsWith("ReverseCheckAnswered"))
                    .toList();
            assertThat(examples).hasSize(3);
            for (Path example : examples) {
                assertThat(faults(Files.readString(example)))
                        .as(example.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    @DisplayName("S16 S46: who comes of school age without any file is looked for when the semester begins, once")
    void whoComesOfAgeWithoutAFileIsLookedFor() {
        // Given
        LocalDate begins = clock.semester().firstDay();
        String young = People.numbered(begins.minusYears(2), 1);
        village.dibao(new Child("钱小幼", young, People.name(), People.adult())).take();
        UUID before = facts.missing(young);
        facts.bornEarlier(young, begins.minusYears(3));
        facts.semesterNotLookedAt(begins, clock.semester().previous().firstDay());

        // When
        round.look();

        // Then
        assertThat(before).isNull();
        UUID task = facts.missing(young);
        show(clerk, task).statusCode(200).body("state", equalTo("OPEN")).body("expectedStage", equalTo("PRESCHOOL"));
        round.look();
        assertThat(facts.events(task, "SchoolAgePersonUnmatched.v1")).hasSize(1);
    }

    @Test
    @DisplayName(
            "S73: at school out of area is asked again each semester and counts until answered otherwise; over-age is not")
    void whatHoldsForASemesterIsAskedAgain() throws IOException {
        // Given
        UUID away = missing();
        settle(away, outOfAreaAnswer());
        Child older = Child.named("李大远");
        village.dibao(older).take();
        UUID overAge = facts.missing(older);
        settle(overAge, answer("OVER_AGE"));
        facts.wasExpectedIn(away, "PRESCHOOL");
        LocalDate begins = clock.semester().firstDay();
        facts.settledBefore(begins, away, overAge);
        facts.semesterNotLookedAt(begins, clock.semester().previous().firstDay());

        // When
        round.look();

        // Then
        show(clerk, overAge).body("state", equalTo("SETTLED"));
        show(clerk, away)
                .body("state", equalTo("OPEN"))
                .body("answer.kind", equalTo("OUT_OF_AREA"))
                .body("expectedStage", equalTo("PRIMARY"))
                .body("dueOn", equalTo(calendar.lastDayAfter(clock.today(), 10).toString()));
        assertThat(facts.stateOfCase(away)).isEqualTo("OPEN");
        assertThat(outOfArea.find(away, Jurisdiction.BUREAU)).isPresent();
        assertThat(facts.events(away, "SchoolAgePersonUnmatched.v1")).hasSize(2);

        // When
        settle(away, outOfAreaAnswer());

        // Then
        show(clerk, away).body("state", equalTo("SETTLED"));
        assertThat(facts.stateOfCase(away)).isEqualTo("CONFIRMED");
        assertThat(lastAnswer(away)).containsEntry("state", "SETTLED").containsEntry("answer", "OUT_OF_AREA");

        // When
        facts.settledBefore(begins, away);
        facts.semesterNotLookedAt(begins, clock.semester().previous().firstDay());
        round.look();
        Map<String, Object> dropout = answer("OUT_OF_SCHOOL");
        dropout.put("why", "外出打工");
        dropout.put("since", "2018-11-20");
        act(clerk, away, "answers", dropout).statusCode(200);

        // Then
        assertThat(outOfArea.find(away, Jurisdiction.BUREAU)).isEmpty();
    }

    @Test
    void whatIsAskedAgainIsTheAdministratorsToSay() {
        String path = "/api/v1/reverse-check-repetitions";
        Map<String, ?> row = Map.of("kind", "MOVED", "validFrom", "2040-01-01", "again", true, "source", "某文件");
        DeskActs.post(Tokens.clerk(), path, null, row).statusCode(403);
        DeskActs.post(Tokens.administrator("town:别处"), path, null, row).statusCode(404);
        DeskActs.post(null, path, null, row).statusCode(401);
        DeskActs.post(Tokens.administrator(), path, null, row).statusCode(201);
        DeskActs.post(Tokens.administrator(), path, null, row).statusCode(409);
        DeskActs.post(
                        Tokens.administrator(),
                        path,
                        null,
                        Map.of("kind", "NOT_FOUND", "validFrom", "2040-01-01", "again", true, "source", "某文件"))
                .statusCode(409);
        DeskActs.get(Tokens.auditor(), path).body("items.findAll { it.kind == 'MOVED' }.again", contains(false, true));
    }

    private void settle(UUID task, Map<String, Object> answer) {
        act(clerk, task, "answers", answer).statusCode(200);
        act(reviewer, task, "reviews", agreed()).statusCode(200);
    }

    private UUID missing() {
        village.dibao(child).take();
        return facts.missing(child);
    }

    private static ValidatableResponse show(String token, UUID task) {
        return DeskActs.get(token, TASKS + "/" + task);
    }

    private static ValidatableResponse act(String token, UUID task, String act, Map<String, ?> body) {
        String seen = show(Tokens.clerk(), task).extract().header("ETag");
        return DeskActs.post(token, TASKS + "/" + task + "/" + act, seen, body);
    }

    private static void review(String token, UUID desk) {
        DeskActs.post(
                        token,
                        "/api/v1/match-decisions/" + desk + "/reviews",
                        "*",
                        Map.of("decision", "APPROVED", "opinion", "同意"))
                .statusCode(200);
    }

    private static Map<String, Object> answer(String kind) {
        return new HashMap<>(Map.of("kind", kind, "evidence", "入户走访并电话核实"));
    }

    private static Map<String, Object> outOfAreaAnswer() {
        Map<String, Object> answer = answer("OUT_OF_AREA");
        answer.put("place", Map.of("province", "北京市", "city", "房山区", "schoolName", "房山某小学"));
        answer.put("stage", "PRIMARY");
        return answer;
    }

    private static Map<String, ?> agreed() {
        return Map.of("decision", "APPROVED", "opinion", "同意");
    }

    /** The last answer told, which keeps the contract. */
    private Map<String, Object> lastAnswer(UUID task) throws IOException {
        String told = facts.events(task, "ReverseCheckAnswered.v1").getLast();
        assertThat(faults(told)).isEmpty();
        assertThat(told).doesNotContain("孙").doesNotContainPattern("[0-9]{17}");
        return json.readValue(told, new TypeReference<>() {});
    }

    private List<String> faults(String event) throws IOException {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(CONTRACT.resolve("ReverseCheckAnswered.v1.schema.json")))
                .validate(json.readTree(event))
                .stream()
                .map(Object::toString)
                .toList();
    }
}
