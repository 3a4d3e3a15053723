package cn.gov.zhuozhou.aid.registry.outofarea;

import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.feed.People;
import cn.gov.zhuozhou.aid.registry.hardship.DeskActs;
import cn.gov.zhuozhou.aid.registry.hardship.Village;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a town does for one of its own who studies elsewhere. */
final class OutOfAreaActs {
    static final String STUDENTS = "/api/v1/out-of-area-students";

    final Village village = new Village();
    final String clerk = Tokens.clerk("town:" + village.town);
    final String reviewer = Tokens.reviewer("town:" + village.town);
    /** The same person as the town's clerk, with the right to approve. */
    final String clerkWhoMayApprove = Tokens.of("clerk@town:" + village.town)
            .roles("aid-reviewer")
            .org("town:" + village.town)
            .token();

    String enter(String name, String identity) {
        return DeskActs.post(clerk, STUDENTS, null, person(name, identity))
                .statusCode(201)
                .extract()
                .path("id");
    }

    Map<String, Object> person(String name, String identity) {
        return new HashMap<>(Map.of(
                "name",
                name,
                "identityNumber",
                identity,
                "town",
                village.town,
                "village",
                "第1村",
                "guardianName",
                People.name(),
                "guardianRelation",
                "父亲",
                "attends",
                Map.of("province", "北京市", "city", "房山区", "name", "房山某中学"),
                "stage",
                "JUNIOR"));
    }

    static ValidatableResponse show(String token, String student) {
        return DeskActs.get(token, STUDENTS + "/" + student);
    }

    /** With the version the bureau sees. */
    static ValidatableResponse act(String token, String student, String act, Map<String, ?> body) {
        String seen = show(Tokens.clerk(), student).extract().header("ETag");
        return DeskActs.post(token, STUDENTS + "/" + student + "/" + act, seen, body);
    }

    ValidatableResponse answer(String student, String question, Map<String, ?> said) {
        Map<String, Object> body = new HashMap<>(said);
        body.put("question", question);
        body.put("source", "FAMILY");
        return act(clerk, student, "answers", body);
    }

    String draft(String student, Map<String, ?> more) {
        return act(clerk, student, "letters", letter(more))
                .statusCode(201)
                .extract()
                .path("id");
    }

    static Map<String, Object> letter(Map<String, ?> more) {
        Map<String, Object> letter = new HashMap<>(Map.of(
                "recipientAddress", "北京市房山区某街1号",
                "family", "全家四口，父亲患病，享受低保，无固定收入。",
                "proofs", List.of("户口簿复印件", "低保证复印件"),
                "replyTo", "某镇中心校资助办，0312-3850000"));
        letter.putAll(more);
        return letter;
    }

    static ValidatableResponse letterAct(String token, String student, String letter, String act, Map<String, ?> body) {
        String path = STUDENTS + "/" + student + "/letters/" + letter;
        String seen = DeskActs.get(Tokens.clerk(), path).extract().header("ETag");
        return DeskActs.post(token, path + "/" + act, seen, body);
    }

    String dispatched(String student, String today) {
        String letter = draft(student, Map.of());
        letterAct(reviewer, student, letter, "approvals", Map.of()).statusCode(200);
        letterAct(clerk, student, letter, "dispatches", sent(today)).statusCode(200);
        return letter;
    }

    static Map<String, Object> sent(String on) {
        return Map.of("on", on, "method", "POST", "reference", "挂号信 XA0001");
    }

    static Map<String, Object> reply(String on) {
        return Map.of(
                "receivedOn",
                on,
                "aided",
                true,
                "aid",
                List.of(Map.of("programme", "寄宿生生活补助", "semester", "2019-spring", "amountFen", 62_500)),
                "followUp",
                true,
                "responsiblePerson",
                "李老师",
                "contact",
                "010-00000000");
    }
}
