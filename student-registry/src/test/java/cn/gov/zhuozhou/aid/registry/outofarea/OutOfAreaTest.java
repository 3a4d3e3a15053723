package cn.gov.zhuozhou.aid.registry.outofarea;

import static cn.gov.zhuozhou.aid.registry.outofarea.OutOfAreaActs.STUDENTS;
import static cn.gov.zhuozhou.aid.registry.outofarea.OutOfAreaActs.act;
import static cn.gov.zhuozhou.aid.registry.outofarea.OutOfAreaActs.letterAct;
import static cn.gov.zhuozhou.aid.registry.outofarea.OutOfAreaActs.reply;
import static cn.gov.zhuozhou.aid.registry.outofarea.OutOfAreaActs.sent;
import static cn.gov.zhuozhou.aid.registry.outofarea.OutOfAreaActs.show;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.testing.Contract;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import cn.gov.zhuozhou.aid.registry.TestSemesters;
import cn.gov.zhuozhou.aid.registry.feed.Feeds;
import cn.gov.zhuozhou.aid.registry.feed.People;
import cn.gov.zhuozhou.aid.registry.hardship.DeskActs;
import cn.gov.zhuozhou.aid.registry.hardship.DeskFacts;
import cn.gov.zhuozhou.aid.registry.hardship.Village;
import cn.gov.zhuozhou.aid.registry.hardship.Village.Child;
import cn.gov.zhuozhou.aid.registry.identification.County;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@RegistryTest
class OutOfAreaTest {
    private static final Contract CONTRACT = Contract.own("OutOfAreaStudentChanged");

    @Inject
    DeskFacts desk;

    @Inject
    OutOfAreaFacts facts;

    @Inject
    OutOfAreaSweep sweep;

    @Inject
    TestSemesters semesters;

    @Inject
    County county;

    @Inject
    BusinessClock clock;

    private final OutOfAreaActs acts = new OutOfAreaActs();
    private final Village village = acts.village;
    private final Child child = Child.named("孙小远");

    @Test
    @DisplayName(
            "S73 to S84: from the reverse check's answer over nine answers and the letter to the reply, and the matter is closed")
    void theWholeWay() {
        // Given
        String student = foundByReverseCheck();
        show(acts.clerk, student)
                .statusCode(200)
                .body("student.origin", equalTo("REVERSE_CHECK"))
                .body("student.town", equalTo(village.town))
                .body("student.categories", contains("DIBAO_R"))
                .body("student.inHardship", equalTo(true))
                .body("number", equalTo("**************" + child.identity().substring(14)))
                .body("answers.statement", contains("S74", "S75", "S76", "S77", "S78", "S79", "S80", "S81", "S82"))
                .body("answers[0].state", equalTo("PROPOSED"))
                .body("answers[0].yes", equalTo(true))
                .body("answers[3].state", equalTo("PROPOSED"))
                .body("complete", equalTo(false));
        acts.answer(student, "FOUR_CATEGORY", Map.of("yes", true)).statusCode(200);
        acts.answer(student, "STAGE", Map.of("codes", List.of("HIGHER"))).statusCode(200);
        acts.answer(student, "UNIVERSITY_NATURE", Map.of("codes", List.of("INDEPENDENT_COLLEGE")))
                .statusCode(200);
        acts.answer(student, "LOCAL_POLICY", Map.of("words", "入学即可申请国家助学金和校内助学金"))
                .statusCode(200);
        acts.answer(student, "THREE_WAIVERS", Map.of("yes", false)).statusCode(200);
        acts.answer(student, "NATIONAL_GRANT", Map.of("yes", true)).statusCode(200);
        String letter = acts.dispatched(student, today());
        show(acts.clerk, student).body("complete", equalTo(false));
        assertThat(told(student).getString("replyState")).isEqualTo("AWAITED");

        // When
        letterAct(acts.clerk, student, letter, "replies", reply(today()))
                .statusCode(200)
                .body("state", equalTo("REPLIED"));
        letterAct(acts.clerk, student, letter, "contact-disclosures", Map.of("reason", "核对帮扶情况"))
                .statusCode(200)
                .body("contact", equalTo("010-00000000"));
        letterAct(acts.clerk, student, letter, "closings", Map.of("reason", "就读学校已接收"))
                .statusCode(200)
                .body("state", equalTo("CLOSED"));

        // Then
        show(acts.clerk, student)
                .body("complete", equalTo(true))
                .body("answers[1].yes", equalTo(true))
                .body("answers[1].source", equalTo("LETTER_REPLY"))
                .body("answers[2].words", equalTo("寄宿生生活补助"))
                .body("student.responsible.name", equalTo("房山某小学"))
                .body("student.responsible.code", nullValue());
        JsonPath told = told(student);
        assertThat(told.getBoolean("answersComplete")).isTrue();
        assertThat(told.getString("letterState")).isEqualTo("CLOSED");
        assertThat(told.getString("replyState")).isEqualTo("REPLIED");
        assertThat(told.getBoolean("aidedElsewhere")).isTrue();
        assertThat(told.<String>getList("aidedSemesters")).containsExactly("2019-spring");
        assertThat(told.<Map<String, Object>>getList("aids"))
                .containsExactly(Map.of("semester", "2019-spring", "programme", "寄宿生生活补助", "amountFen", 62_500));
        DeskActs.get(
                        acts.clerk,
                        STUDENTS + "/indicators?semester=" + clock.semester().code())
                .statusCode(200)
                .body("towns.total", contains(1))
                .body("towns.answered", contains(1))
                .body("towns.dispatched", contains(1))
                .body("towns.replied", contains(1))
                .body("towns.rate", contains(100.0f));
        assertThat(facts.events(student))
                .allSatisfy(event -> assertThat(CONTRACT.faults(event)).isEmpty())
                .allSatisfy(event -> assertThat(event).doesNotContain("孙小远").doesNotContainPattern("[0-9]{17}"));
    }

    @Test
    @DisplayName("A12: aided elsewhere and identified here in the same semester is seen beside the pupil")
    void whoIsAidedElsewhereAndIdentifiedHereIsSeen() {
        // Given
        Semester semester = semesters.open();
        village.pupil(child).take();
        UUID pupil = desk.student(child);
        county.identifiedBefore(pupil, semester.previous().code(), "SEVERE", "DIBAO_R");
        String student = acts.enter("孙小远", child.identity());
        String letter = acts.dispatched(student, today());
        Map<String, Object> reply = new HashMap<>(reply(today()));
        reply.put("aid", List.of(Map.of("programme", "CMP-03", "semester", semester.code(), "amountFen", 62_500)));
        letterAct(acts.clerk, student, letter, "replies", reply).statusCode(200);
        assertThat(told(student).getString("studentId")).isEqualTo(pupil.toString());
        show(acts.clerk, student).body("alsoIdentifiedHere", hasSize(0));

        // When
        village.dibao(child).takeDibao();
        county.evaluate(pupil);

        // Then
        show(acts.clerk, student).body("alsoIdentifiedHere", contains(semester.code()));
    }

    @Test
    @DisplayName("S73: an answer of the reverse check that is taken back ends the matter, given again it goes on")
    void followsTheReverseCheck() {
        // Given
        String student = foundByReverseCheck();
        UUID task = desk.missing(child);

        // When
        check(acts.reviewer, task, "reopenings", Map.of("reason", "已回本县"));

        // Then
        show(acts.clerk, student).body("student.state", equalTo("ENDED"));
        assertThat(told(student).getString("state")).isEqualTo("ENDED");
        act(acts.clerk, student, "letters", OutOfAreaActs.letter(Map.of())).statusCode(409);

        // When
        settle(task);

        // Then
        assertThat(facts.ofTask(task)).isEqualTo(student);
        show(acts.clerk, student).body("student.state", equalTo("ACTIVE"));
    }

    @Test
    @DisplayName("S74: evidence of registers follows by itself; a change of it asks anew")
    void evidenceFollowsTheRegisters() {
        // Given
        String student = acts.enter("孙小远", child.identity());
        show(acts.clerk, student).body("student.inHardship", equalTo(false)).body("answers[0].yes", equalTo(false));

        // When
        village.dibao(child).take();

        // Then
        show(acts.clerk, student)
                .body("student.inHardship", equalTo(true))
                .body("student.categories", contains("DIBAO_R"))
                .body("student.letterDueOn", notNullValue())
                .body("answers[0].state", equalTo("PROPOSED"))
                .body("answers[0].yes", equalTo(true));

        // When
        new Village().dibao(Child.named("别人")).take();

        // Then
        show(acts.clerk, student).body("student.inHardship", equalTo(false)).body("answers[0].yes", equalTo(false));
        DeskActs.get(acts.clerk, STUDENTS + "/" + student + "/answers")
                .body("answers.findAll { it.question == 'FOUR_CATEGORY' }.said.yes", contains(false, true, false));
    }

    @Test
    @DisplayName("S74: a household's register counts for a child entered with the guardian's number")
    void theHouseholdsRegisterCounts() {
        // Given
        village.dibaoHead(child).take();
        Map<String, Object> person = acts.person("孙小远", child.identity());
        person.put("guardianIdentityNumber", child.guardianIdentity());

        // When
        ValidatableResponse entered = DeskActs.post(acts.clerk, STUDENTS, null, person);

        // Then
        entered.statusCode(201)
                .body("origin", equalTo("TOWN"))
                .body("inHardship", equalTo(true))
                .body("categories", contains("DIBAO_R"));
        DeskActs.post(acts.clerk, STUDENTS, null, person)
                .statusCode(409)
                .body("type", equalTo("urn:aid:problem:known-already"));
        DeskActs.post(acts.clerk, STUDENTS, null, acts.person("孙小远", People.misspelt(child.identity())))
                .statusCode(422)
                .body("type", equalTo("urn:aid:problem:identity-not-valid"));
    }

    @Test
    @DisplayName("S74: what another register says of the household's head counts for a child the reverse check found")
    void theWholeHouseholdsRowsCountForWhomTheReverseCheckFound() {
        // Given
        String student = foundByReverseCheck();
        show(acts.clerk, student).body("student.categories", contains("DIBAO_R"));

        // When
        Feeds.take("poverty-office-registered", povertyOffice());

        // Then
        show(acts.clerk, student).body("student.categories", contains("DIBAO_R", "REG_POOR"));
    }

    @Test
    @DisplayName("S75 S76 S77 S79 S80 S81 S82: answers fit their question, and an answer taken back is open again")
    void answersFitTheirQuestion() {
        // Given
        String student = acts.enter("孙小远", child.identity());

        // Then
        acts.answer(student, "AIDED", Map.of("words", "有")).statusCode(422);
        acts.answer(student, "STAGE", Map.of("codes", List.of("COLLEGE"))).statusCode(422);
        acts.answer(student, "POLICIES", Map.of("codes", List.of("HE-01"))).statusCode(200);
        act(acts.clerk, student, "answer-reopenings", Map.of("question", "POLICIES"))
                .statusCode(200);
        act(acts.clerk, student, "answer-reopenings", Map.of("question", "POLICIES"))
                .statusCode(422);
        show(acts.clerk, student).body("answers[2].state", equalTo("REOPENED"));
        String path = STUDENTS + "/" + student + "/answers";
        Map<String, ?> body = Map.of("question", "AIDED", "yes", true, "source", "VISIT");
        DeskActs.post(acts.clerk, path, null, body).statusCode(428);
        DeskActs.post(acts.clerk, path, "\"99\"", body).statusCode(412);
    }

    @Test
    @DisplayName("S78: one responsible school at a time, of the county or elsewhere, and the database keeps it so")
    void oneResponsibleSchool() {
        // Given
        village.dibao(child).take();
        String student = acts.enter("孙小远", child.identity());
        String before = clock.today().minusDays(20).toString();
        String school = Tokens.clerk("school:" + village.school);
        show(school, student).statusCode(404);

        // When
        hand(student, Map.of("schoolCode", village.school, "since", before)).statusCode(200);

        // Then
        show(school, student).statusCode(200);
        DeskActs.get(school, STUDENTS).body("items.id", contains(student));
        act(school, student, "answers", Map.of("question", "AIDED", "yes", true, "source", "VISIT"))
                .statusCode(403);
        assertThat(told(student).getString("responsibleSchool")).isEqualTo(village.school);
        hand(student, Map.of("schoolCode", village.school, "remoteSchool", "房山某中学", "since", today()))
                .statusCode(422);
        hand(student, Map.of("schoolCode", "0", "since", today())).statusCode(422);
        hand(
                        student,
                        Map.of(
                                "remoteSchool",
                                "房山某中学",
                                "since",
                                clock.today().plusDays(1).toString()))
                .statusCode(422);

        // When
        hand(student, Map.of("remoteSchool", "房山某中学", "remotePlace", "北京市房山区", "since", today()))
                .statusCode(200);

        // Then
        show(school, student).statusCode(404);
        DeskActs.get(acts.clerk, STUDENTS + "/" + student + "/answers")
                .body("responsibleSchools.name", contains("房山某中学", "某小学"))
                .body("responsibleSchools.until", contains(null, today()));
        assertThatThrownBy(() -> facts.addResponsible(student, "第三所", before, today()))
                .hasStackTraceContaining("two responsible schools at a time");
    }

    @Test
    @DisplayName(
            "S83: a letter is approved by a second person, sent with a reference, and superseded by a newer version")
    void aLetterNeedsTwoPeople() {
        // Given
        String student = acts.enter("孙小远", child.identity());
        String first = acts.draft(student, Map.of());

        // Then
        letterAct(acts.clerk, student, first, "dispatches", sent(today())).statusCode(409);
        letterAct(acts.clerkWhoMayApprove, student, first, "approvals", Map.of())
                .statusCode(422)
                .body("type", equalTo("urn:aid:problem:same-person"));
        act(acts.clerk, student, "letters", OutOfAreaActs.letter(Map.of("family", "身份证号 " + child.identity())))
                .statusCode(422)
                .body("type", equalTo("urn:aid:problem:private-data-in-letter"))
                .body("errors.code", contains("IDENTITY"));

        // When
        String second = acts.dispatched(student, today());

        // Then
        DeskActs.get(acts.clerk, STUDENTS + "/" + student + "/letters")
                .body("items.id", contains(second, first))
                .body("items.state", contains("DISPATCHED", "SUPERSEDED"))
                .body("items.no", contains(2, 1));
        letterAct(acts.clerk, student, second, "replies", Map.of("receivedOn", today(), "aided", true))
                .statusCode(422);
        letterAct(acts.clerk, student, second, "returns", Map.of("on", today(), "reason", "查无此校"))
                .statusCode(200)
                .body("state", equalTo("RETURNED_UNDELIVERED"));
        assertThat(told(student).getString("replyState")).isEqualTo("UNDELIVERED");
    }

    @Test
    @DisplayName("S83 S84: late letters and replies are a work list; two chasers, then it is the bureau's turn")
    void whatIsLateIsChasedAndEscalated() {
        // Given
        village.dibao(child).take();
        String student = acts.enter("孙小远", child.identity());
        facts.letterDayPassed(student);
        sweep.settlePassed();
        overdue("LETTER").body("items.id", contains(student));
        String letter = acts.dispatched(student, today());
        overdue("LETTER").body("items", hasSize(0));
        letterAct(acts.clerk, student, letter, "chasers", sent(today())).statusCode(409);

        // When
        for (int step = 1; step <= 2; step++) {
            facts.replyDayPassed(letter);
            sweep.settlePassed();
            overdue("REPLY").body("items.id", contains(student)).body("items[0].escalatedOn", nullValue());
            letterAct(acts.clerk, student, letter, "chasers", sent(today()))
                    .statusCode(200)
                    .body("chasers", equalTo(step));
            overdue("REPLY").body("items", hasSize(0));
        }
        facts.replyDayPassed(letter);
        sweep.settlePassed();

        // Then
        assertThat(told(student).getBoolean("escalated")).isTrue();
        DeskActs.get(Tokens.clerk(), STUDENTS + "?escalated=true&town=" + village.town)
                .body("items.id", contains(student));
        letterAct(acts.clerk, student, letter, "chasers", sent(today()))
                .statusCode(409)
                .body("type", equalTo("urn:aid:problem:chased-twice"));

        // When
        letterAct(acts.clerk, student, letter, "replies", reply(today())).statusCode(200);
        letterAct(acts.clerk, student, letter, "closings", Map.of("reason", "已接收"))
                .statusCode(200);
        acts.draft(student, Map.of());

        // Then: what was late is over, and a letter about new facts has a time of its own
        JsonPath told = told(student);
        assertThat(told.getString("letterState")).isEqualTo("DRAFT");
        assertThat(told.getString("overdue")).isNull();
        assertThat(told.getBoolean("escalated")).isFalse();
    }

    @Test
    void onlyTheTownAndTheBureauSeeAPupil() {
        // Given
        String student = acts.enter("孙小远", child.identity());
        String letter = acts.draft(student, Map.of());
        String elsewhere = Tokens.clerk("town:别处");
        String letters = "/" + student + "/letters";

        // Then
        for (String path : List.of(
                "/" + student,
                "/" + student + "/answers",
                letters,
                letters + "/" + letter,
                letters + "/" + letter + "/letter.pdf")) {
            DeskActs.get(Tokens.clerk(), STUDENTS + path).statusCode(200);
            DeskActs.get(elsewhere, STUDENTS + path).statusCode(404);
            DeskActs.get(Tokens.clerk("village:" + village.town + "/第1村"), STUDENTS + path)
                    .statusCode(404);
            DeskActs.get(Tokens.administrator(), STUDENTS + path).statusCode(403);
            DeskActs.get(null, STUDENTS + path).statusCode(401);
        }
        DeskActs.get(Tokens.viewer(), STUDENTS + letters + "/" + letter + "/letter.pdf")
                .statusCode(403);
        DeskActs.get(elsewhere, STUDENTS).body("items.id", not(hasItem(student)));
        for (String path : List.of("", "/indicators")) {
            DeskActs.get(Tokens.administrator(), STUDENTS + path).statusCode(403);
            DeskActs.get(null, STUDENTS + path).statusCode(401);
        }
        DeskActs.post(elsewhere, STUDENTS, null, acts.person("赵", People.child()))
                .statusCode(404);
        DeskActs.post(acts.reviewer, STUDENTS, null, acts.person("赵", People.child()))
                .statusCode(403);
        DeskActs.post(null, STUDENTS, null, acts.person("赵", People.child())).statusCode(401);
        Map<String, Map<String, ?>> bodies = Map.of(
                "answers", Map.of("question", "AIDED", "yes", true, "source", "VISIT"),
                "answer-reopenings", Map.of("question", "AIDED"),
                "responsible-schools", Map.of("remoteSchool", "某校", "since", today(), "source", "VISIT"),
                "endings", Map.of("reason", "已毕业"),
                "letters", OutOfAreaActs.letter(Map.of()));
        bodies.forEach((act, body) -> {
            act(elsewhere, student, act, body).statusCode(404);
            act(acts.reviewer, student, act, body).statusCode(403);
            act(null, student, act, body).statusCode(401);
        });
        Map<String, Map<String, ?>> ofLetters = Map.of(
                "dispatches", sent(today()),
                "chasers", sent(today()),
                "returns", Map.of("on", today(), "reason", "查无此校"),
                "replies", reply(today()),
                "closings", Map.of("reason", "已接收"));
        letterAct(elsewhere, student, letter, "contact-disclosures", Map.of("reason", "核对"))
                .statusCode(404);
        letterAct(Tokens.viewer(), student, letter, "contact-disclosures", Map.of("reason", "核对"))
                .statusCode(403);
        letterAct(null, student, letter, "contact-disclosures", Map.of("reason", "核对"))
                .statusCode(401);
        ofLetters.forEach((act, body) -> {
            letterAct(elsewhere, student, letter, act, body).statusCode(404);
            letterAct(acts.reviewer, student, letter, act, body).statusCode(403);
            letterAct(null, student, letter, act, body).statusCode(401);
        });
        letterAct(Tokens.reviewer("town:别处"), student, letter, "approvals", Map.of())
                .statusCode(404);
        letterAct(acts.clerk, student, letter, "approvals", Map.of()).statusCode(403);
        letterAct(null, student, letter, "approvals", Map.of()).statusCode(401);
    }

    @Test
    void termsAreTheAdministratorsToAdd() {
        Map<String, ?> term = Map.of("matter", "REPLY", "validFrom", "2041-01-01", "workingDays", 15, "source", "试行");
        DeskActs.post(Tokens.clerk(), "/api/v1/out-of-area-terms", null, term).statusCode(403);
        DeskActs.post(Tokens.administrator("town:别处"), "/api/v1/out-of-area-terms", null, term)
                .statusCode(404);
        DeskActs.post(null, "/api/v1/out-of-area-terms", null, term).statusCode(401);
        DeskActs.post(Tokens.administrator(), "/api/v1/out-of-area-terms", null, term)
                .statusCode(201);
        DeskActs.post(Tokens.administrator(), "/api/v1/out-of-area-terms", null, term)
                .statusCode(409);
        DeskActs.get(Tokens.auditor(), "/api/v1/out-of-area-terms").body("items.workingDays", hasItem(15));
    }

    @Test
    @DisplayName(
            "S74 to S82: which answers are needed of whom is dated data, and pupils are measured anew from its day on")
    void neededAnswersAreTheAdministratorsToSay() {
        // Given
        String path = "/api/v1/out-of-area-needs";
        String student = acts.enter("孙小远", child.identity());
        act(acts.clerk, student, "answers", Map.of("question", "STAGE", "codes", List.of("SPECIAL"), "source", "VISIT"))
                .statusCode(200);
        show(acts.clerk, student).body("answers.find { it.question == 'THREE_WAIVERS' }.needed", equalTo(false));
        Map<String, Object> need = Map.of(
                "question", "THREE_WAIVERS",
                "validFrom", today(),
                "needed", "OF_STAGES",
                "stages", List.of("SENIOR_HIGH", "SECONDARY_VOCATIONAL", "HIGHER", "SPECIAL"),
                "whyZh", "特教学生亦须掌握",
                "whyEn", "also of special education",
                "source", "某文件");

        // When
        DeskActs.post(Tokens.clerk(), path, null, need).statusCode(403);
        DeskActs.post(Tokens.administrator("town:别处"), path, null, need).statusCode(404);
        DeskActs.post(null, path, null, need).statusCode(401);
        DeskActs.post(Tokens.administrator(), path, null, need).statusCode(201);

        // Then
        DeskActs.post(Tokens.administrator(), path, null, need).statusCode(409);
        var unclear = new HashMap<>(need);
        unclear.put("stages", List.of());
        DeskActs.post(Tokens.administrator(), path, null, unclear).statusCode(400);
        DeskActs.get(Tokens.auditor(), path).body("items.source", hasItem("某文件"));
        show(acts.clerk, student).body("answers.find { it.question == 'THREE_WAIVERS' }.needed", equalTo(true));
        int before = facts.events(student).size();
        sweep.settlePassed();
        assertThat(facts.events(student)).hasSizeGreaterThan(before);
    }

    @Test
    void theExamplesFitTheContract() {
        assertThat(CONTRACT.examples())
                .hasSize(3)
                .allSatisfy(example -> assertThat(CONTRACT.faults(example)).isEmpty());
    }

    /** Lists the head of the household alone. */
    private String povertyOffice() {
        String number = child.guardianIdentity().substring(6);
        return """
                户编号,人编号,姓名,证件号码,与户主关系,户主姓名,户主证件号码,乡镇街道,行政村,脱贫属性,脱贫年度,在校生状况
                P%1$s,M%1$s,%2$s,%3$s,户主,%2$s,%3$s,%4$s,第1村,未脱贫,,
                """.formatted(number, child.guardian(), child.guardianIdentity(), village.town);
    }

    private String foundByReverseCheck() {
        village.dibao(child).take();
        UUID task = desk.missing(child);
        settle(task);
        return facts.ofTask(task);
    }

    private void settle(UUID task) {
        check(
                acts.clerk,
                task,
                "answers",
                Map.of(
                        "kind", "OUT_OF_AREA",
                        "evidence", "入户走访并电话核实",
                        "stage", "PRIMARY",
                        "place", Map.of("province", "北京市", "city", "房山区", "schoolName", "房山某小学")));
        check(acts.reviewer, task, "reviews", Map.of("decision", "APPROVED", "opinion", "同意"));
    }

    private static void check(String token, UUID task, String act, Map<String, ?> body) {
        DeskActs.post(token, "/api/v1/reverse-checks/" + task + "/" + act, "*", body)
                .statusCode(200);
    }

    private ValidatableResponse hand(String student, Map<String, ?> to) {
        var body = new HashMap<String, Object>(to);
        body.put("source", "VISIT");
        return act(acts.clerk, student, "responsible-schools", body);
    }

    private ValidatableResponse overdue(String what) {
        return DeskActs.get(acts.clerk, STUDENTS + "?overdue=" + what).statusCode(200);
    }

    private JsonPath told(String student) {
        return JsonPath.from(facts.told(student));
    }

    private String today() {
        return clock.today().toString();
    }
}
