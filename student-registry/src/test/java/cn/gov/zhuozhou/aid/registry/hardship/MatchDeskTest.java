package cn.gov.zhuozhou.aid.registry.hardship;

import static cn.gov.zhuozhou.aid.registry.hardship.DeskActs.CASES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.AtOnce;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import cn.gov.zhuozhou.aid.registry.feed.People;
import cn.gov.zhuozhou.aid.registry.hardship.Village.Child;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@RegistryTest
class MatchDeskTest {
    /** The person {@link Tokens#clerk()} is, in the role of the second. */
    private static final String CLERK_AS_REVIEWER =
            Tokens.of("clerk").roles("aid-reviewer").org(Tokens.BUREAU).token();

    @Inject
    BusinessClock clock;

    @Inject
    DeskFacts facts;

    @Inject
    Database database;

    private final Village village = new Village();

    @Test
    void whereMoneyFollowsASecondPersonHasToAgreeAndADecisionCanBeUndone() {
        // Given
        Child child = conflicting("张小峰", "张小峯");
        village.take();
        UUID id = facts.caseOf(child, "NAME_CONFLICT");

        // When
        DeskActs.decide(Tokens.clerk(), id, DeskActs.tag(Tokens.clerk(), id), "CONFIRMED")
                .statusCode(201)
                .body("state", equalTo("PROPOSED"));
        List<String> proposed = facts.of(child);
        DeskActs.review(CLERK_AS_REVIEWER, id, "APPROVED")
                .statusCode(422)
                .body("type", equalTo("urn:aid:problem:same-person"));
        DeskActs.review(Tokens.reviewer(), id, "APPROVED").statusCode(200).body("state", equalTo("CONFIRMED"));
        List<String> agreed = facts.of(child);
        DeskActs.post(
                        Tokens.reviewer(),
                        CASES + "/" + id + "/undo",
                        DeskActs.tag(Tokens.reviewer(), id),
                        Map.of("reasonCode", "DECIDED_WRONGLY", "reason", "看错 999999201001010016"))
                .statusCode(200)
                .body("state", equalTo("OPEN"));

        // Then
        assertThat(proposed).containsExactly("case NAME_CONFLICT PROPOSED");
        assertThat(agreed).containsExactly("evidence DIBAO_R DECIDED", "case NAME_CONFLICT CONFIRMED");
        assertThat(facts.of(child)).containsExactly("case NAME_CONFLICT OPEN");
        JsonPath file = DeskActs.comparison(Tokens.auditor(), id);
        assertThat(file.getList("history.occasion")).containsExactly("PROPOSED", "AGREED", "UNDONE");
        assertThat(file.getString("history[2].reason")).isEqualTo("看错 **************0016");
        assertThat(file.getString("history[0].money")).isEqualTo("NEW_GROUND");
    }

    @Test
    void theSecondPersonMayReturnAndTheFirstTakeBack() {
        // Given
        Child child = conflicting("张小峰", "张小峯");
        village.take();
        UUID id = facts.caseOf(child, "NAME_CONFLICT");

        // When
        DeskActs.decide(Tokens.clerk(), id, DeskActs.tag(Tokens.clerk(), id), "CONFIRMED")
                .statusCode(201);
        DeskActs.review(Tokens.reviewer(), id, "RETURNED").statusCode(200).body("state", equalTo("OPEN"));
        DeskActs.decide(Tokens.clerk(), id, DeskActs.tag(Tokens.clerk(), id), "CONFIRMED")
                .statusCode(201);
        DeskActs.post(
                        Tokens.clerk(),
                        CASES + "/" + id + "/withdrawals",
                        DeskActs.tag(Tokens.clerk(), id),
                        Map.of("reason", "再查"))
                .statusCode(200)
                .body("state", equalTo("OPEN"));

        // Then
        DeskActs.review(Tokens.reviewer(), id, "APPROVED").statusCode(409);
        assertThat(facts.of(child)).containsExactly("case NAME_CONFLICT OPEN");
    }

    @Test
    void aRejectionThatCostsNobodyNeedsOnePersonOneThatTakesAGroundAwayNeedsTwo() {
        // Given
        Child free = conflicting("张小峰", "张小峯");
        Child held = conflicting("李小峰", "李小峯");
        village.take();
        database.update(
                """
                insert into prior_identification (student_id, semester, level, categories, batch_id)
                values (:student, :semester, 'SEVERE', '{DIBAO_R}', uuidv7())""",
                Map.of(
                        "student", facts.student(held),
                        "semester", clock.semester().previous().code()));
        database.update("""
                update identification set identified = true, level = 'SEVERE', categories = '{DIBAO_R}'
                where student_id = :student""", Map.of("student", facts.student(held)));
        UUID freeCase = facts.caseOf(free, "NAME_CONFLICT");
        UUID heldCase = facts.caseOf(held, "NAME_CONFLICT");

        // When
        DeskActs.decide(Tokens.clerk(), freeCase, DeskActs.tag(Tokens.clerk(), freeCase), "REJECTED")
                .statusCode(201);
        DeskActs.decide(Tokens.clerk(), heldCase, DeskActs.tag(Tokens.clerk(), heldCase), "REJECTED")
                .statusCode(201);

        // Then
        assertThat(facts.stateOfCase(freeCase)).isEqualTo("REJECTED");
        assertThat(facts.stateOfCase(heldCase)).isEqualTo("PROPOSED");
        DeskActs.review(Tokens.reviewer(), heldCase, "APPROVED").statusCode(200).body("state", equalTo("REJECTED"));
    }

    @Test
    void ofTwoPeopleAtOnceOneWinsAndNothingIsHalfDone() throws Exception {
        // Given
        List<Child> children = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            children.add(conflicting("张小峰", "张小峯"));
        }
        village.take();
        String other =
                Tokens.of("another-clerk").roles("aid-clerk").org(Tokens.BUREAU).token();

        for (Child child : children) {
            UUID id = facts.caseOf(child, "NAME_CONFLICT");
            String seen = DeskActs.tag(Tokens.clerk(), id);

            // When
            List<Integer> statuses = AtOnce.of(
                    () -> DeskActs.decide(Tokens.clerk(), id, seen, "CONFIRMED")
                            .extract()
                            .statusCode(),
                    () -> DeskActs.decide(other, id, seen, "REJECTED").extract().statusCode());

            // Then
            assertThat(statuses).containsExactlyInAnyOrder(201, 412);
            assertThat(facts.stateOfCase(id)).isEqualTo(statuses.getFirst() == 201 ? "PROPOSED" : "REJECTED");
            assertThat(facts.steps(id)).isEqualTo(1);
        }
    }

    @Test
    void casesOfOnePatternAreDecidedTogetherTheOthersAreNamed() {
        // Given
        List<Child> alike = List.of(conflicting("张小峰", "张小峯"), conflicting("李大村", "李大邨"), conflicting("赵喆文", "赵哲文"));
        Child different = conflicting("王明", "刘强");
        village.take();
        String pattern = "NAME_CONFLICT NAME=VARIANT_FORM";
        JsonPath found = DeskActs.get(Tokens.clerk("town:" + village.town), CASES + "/patterns")
                .statusCode(200)
                .extract()
                .jsonPath();
        UUID odd = facts.caseOf(different, "NAME_CONFLICT");
        UUID unknown = UUID.randomUUID();
        List<Map<String, ?>> cases = new ArrayList<>();
        alike.forEach(child -> cases.add(seen(facts.caseOf(child, "NAME_CONFLICT"), 1)));
        cases.add(seen(odd, 1));
        cases.add(seen(unknown, 1));
        cases.set(2, seen(facts.caseOf(alike.get(2), "NAME_CONFLICT"), 7));

        // When
        JsonPath outcome = DeskActs.post(
                        Tokens.clerk(), CASES + "/batches", null, DeskActs.batch(pattern, "CONFIRMED", cases))
                .statusCode(200)
                .extract()
                .jsonPath();

        // Then
        assertThat(found.getList("items.pattern")).containsExactly(pattern, "NAME_CONFLICT NAME");
        assertThat(found.getList("items.count")).containsExactly(3, 1);
        assertThat(outcome.getList("taken.state")).containsExactly("PROPOSED", "PROPOSED");
        assertThat(outcome.getList("left.why")).containsExactly("CHANGED_MEANWHILE", "OTHER_PATTERN", "UNKNOWN");

        // When
        List<Map<String, ?>> proposed = outcome.getList("taken").stream()
                .map(one -> (Map<?, ?>) one)
                .<Map<String, ?>>map(one -> Map.of("caseId", one.get("caseId"), "version", one.get("version")))
                .toList();
        Map<String, ?> review = Map.of("decision", "APPROVED", "opinion", "同意", "cases", proposed);
        List<String> bySame = DeskActs.post(CLERK_AS_REVIEWER, CASES + "/review-batches", null, review)
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("left.why");
        DeskActs.post(Tokens.reviewer(), CASES + "/review-batches", null, review)
                .statusCode(200)
                .body("taken.state", equalTo(List.of("CONFIRMED", "CONFIRMED")));

        // Then
        assertThat(bySame).containsExactly("SAME_PERSON", "SAME_PERSON");
        assertThat(facts.of(alike.get(0))).containsExactly("evidence DIBAO_R DECIDED", "case NAME_CONFLICT CONFIRMED");
        assertThat(facts.of(alike.get(2))).containsExactly("case NAME_CONFLICT OPEN");
    }

    @Test
    void bothSidesStandSideBySideMaskedWithTheirDifferences() {
        // Given
        Child child = conflicting("付□文", "付㛃文");
        village.pupil(Child.named("付㛃文"), "");
        village.take();
        UUID id = facts.caseOf(child, "NAME_CONFLICT");

        // When
        String body = DeskActs.get(Tokens.clerk("school:" + village.school), CASES + "/" + id + "/comparison")
                .statusCode(200)
                .extract()
                .asString();
        JsonPath file = JsonPath.from(body);

        // Then
        assertThat(body).doesNotContainPattern("999999[0-9]{11}[0-9X]");
        assertThat(file.getString("register.number"))
                .isEqualTo("**************" + child.identity().substring(14));
        assertThat(file.getInt("register.line")).isEqualTo(3);
        assertThat(file.getLong("register.amountFen")).isEqualTo(30_000);
        assertThat(file.getString("register.asOf")).isEqualTo("2019-03-04");
        assertThat(file.getString("candidates[0].pupil.studentId"))
                .isEqualTo(facts.student(child).toString());
        assertThat(file.getString("candidates[0].fields.find { it.field == 'NAME' }.likenesses[0].code"))
                .isEqualTo("RARE_CHARACTER_REPLACED");
        assertThat(file.getString("candidates[0].fields.find { it.field == 'NUMBER' }.kind"))
                .isEqualTo("SAME");
        assertThat(file.getBoolean("candidates[0].ifConfirmed.secondPerson")).isTrue();
        assertThat(file.getString("candidates[0].ifRejected.code")).isEqualTo("NOBODY_LOSES");
        assertThat(file.getList("candidates.pupil.name")).containsExactly("付□文", "付㛃文");
    }

    @Test
    void aPupilWithoutANumberIsACandidateAndNeverMatchedByItself() {
        // Given
        Child child = Child.named("周小花");
        village.pupil(child, "").dibao(child).take();
        UUID missing = facts.missing(child);

        // When
        List<String> before = facts.of(child);
        UUID id = facts.caseOf(child, "CANDIDATE");
        DeskActs.decide(Tokens.clerk(), id, DeskActs.tag(Tokens.clerk(), id), "CONFIRMED")
                .statusCode(201);
        DeskActs.review(Tokens.reviewer(), id, "APPROVED").statusCode(200);

        // Then
        assertThat(before).contains("case CANDIDATE OPEN").noneMatch(fact -> fact.startsWith("evidence"));
        assertThat(facts.of(child)).contains("evidence DIBAO_R DECIDED", "case CANDIDATE CONFIRMED");
        assertThat(facts.stateOfCase(missing)).isEqualTo("CLOSED");
        village.takeDibao();
        assertThat(facts.of(child)).contains("evidence DIBAO_R DECIDED", "case CANDIDATE CONFIRMED");
    }

    @Test
    void aRefusedRowOfAnotherGuardiansHouseholdStillFindsItsPupil() {
        // Given
        Child child = Child.named("吴小草");
        Child listed =
                child.withIdentity(People.misspelt(child.identity())).withGuardian(People.name(), People.adult());
        Child namesakeElsewhere = Child.named("吴小草");
        village.pupil(child).pupil(namesakeElsewhere).dibao(listed).take();

        // When
        UUID id = facts.caseOf(child, "CANDIDATE_ROW_REFUSED");
        JsonPath file = DeskActs.comparison(Tokens.clerk(), id);

        // Then
        assertThat(file.getList("refused.reasons[0]")).hasSize(1);
        assertThat(file.getString("candidates[0].fields.find { it.field == 'NUMBER' }.likenesses[0].code"))
                .isEqualTo("CHECK_CHARACTER");
        assertThat(facts.of(namesakeElsewhere)).isEmpty();
    }

    @Test
    void theWorkListCountsByTownAndSchoolWithinTheJurisdiction() {
        // Given
        conflicting("张小峰", "张小峯");
        Child missing = Child.named("钱小树");
        village.dibao(missing).take();

        // When
        JsonPath town = DeskActs.get(Tokens.clerk("town:" + village.town), CASES + "/work-list")
                .statusCode(200)
                .extract()
                .jsonPath();

        // Then
        assertThat(town.getList("items.kind")).containsExactlyInAnyOrder("NAME_CONFLICT", "NO_PUPIL");
        assertThat(town.getList("items.open")).containsExactly(1, 1);
        assertThat(town.getList("items.oldestAge"))
                .allSatisfy(age -> assertThat((Integer) age).isNotNegative());
        DeskActs.get(Tokens.clerk("school:" + village.school), CASES + "/work-list")
                .body("items.kind", equalTo(List.of("NAME_CONFLICT")))
                .body("items.schoolCode", equalTo(List.of(village.school)));
        DeskActs.get(Tokens.viewer("town:别处"), CASES + "/work-list").body("items.town", not(hasItem(village.town)));
    }

    @Test
    void whoMayDoWhatIsCheckedEverywhere() {
        // Given
        Child child = conflicting("张小峰", "张小峯");
        village.take();
        UUID id = facts.caseOf(child, "NAME_CONFLICT");
        String elsewhere = "school:9900000009";
        Map<String, ?> opinion = Map.of("decision", "APPROVED", "opinion", "同意");
        Map<String, ?> undo = Map.of("reasonCode", "NEW_PROOF", "reason", "新证据");

        // Then
        for (String path : List.of("/" + id, "/" + id + "/comparison")) {
            DeskActs.get(Tokens.clerk(elsewhere), CASES + path).statusCode(404);
            DeskActs.get(Tokens.administrator(), CASES + path).statusCode(403);
            DeskActs.get(null, CASES + path).statusCode(401);
        }
        for (String path : List.of("/patterns", "/work-list")) {
            DeskActs.get(Tokens.administrator(), CASES + path).statusCode(403);
            DeskActs.get(null, CASES + path).statusCode(401);
        }
        DeskActs.decide(Tokens.clerk(elsewhere), id, "\"1\"", "CONFIRMED").statusCode(404);
        DeskActs.decide(Tokens.reviewer(), id, "\"1\"", "CONFIRMED").statusCode(403);
        DeskActs.decide(null, id, "\"1\"", "CONFIRMED").statusCode(401);
        DeskActs.decide(Tokens.clerk(), id, null, "CONFIRMED").statusCode(428);
        for (Map.Entry<String, Map<String, ?>> act : Map.<String, Map<String, ?>>of("/reviews", opinion, "/undo", undo)
                .entrySet()) {
            String path = CASES + "/" + id + act.getKey();
            DeskActs.post(Tokens.reviewer(elsewhere), path, "\"1\"", act.getValue())
                    .statusCode(404);
            DeskActs.post(Tokens.clerk(), path, "\"1\"", act.getValue()).statusCode(403);
            DeskActs.post(null, path, "\"1\"", act.getValue()).statusCode(401);
            DeskActs.post(Tokens.reviewer(), path, "\"1\"", act.getValue()).statusCode(409);
        }
        DeskActs.post(
                        Tokens.reviewer(),
                        CASES + "/batches",
                        null,
                        DeskActs.batch("x", "REJECTED", List.of(seen(id, 1))))
                .statusCode(403);
        DeskActs.post(null, CASES + "/review-batches", null, Map.of()).statusCode(401);
        DeskActs.post(
                        Tokens.clerk(elsewhere),
                        CASES + "/batches",
                        null,
                        DeskActs.batch("x", "REJECTED", List.of(seen(id, 1))))
                .statusCode(200)
                .body("left.why", equalTo(List.of("UNKNOWN")));
        DeskActs.post(
                        Tokens.clerk(),
                        CASES,
                        "\"1\"",
                        Map.of("caseId", id, "decision", "CONFIRMED", "reasonCode", "ANOTHER_PERSON", "reason", "x"))
                .statusCode(422)
                .body("type", equalTo("urn:aid:problem:reason-unknown"));
        assertThat(facts.of(child)).containsExactly("case NAME_CONFLICT OPEN");
    }

    private Child conflicting(String enrolled, String registered) {
        Child child = Child.named(enrolled);
        village.pupil(child).dibao(child.withName(registered));
        return child;
    }

    private static Map<String, ?> seen(UUID id, long version) {
        return Map.of("caseId", id, "version", version);
    }
}
