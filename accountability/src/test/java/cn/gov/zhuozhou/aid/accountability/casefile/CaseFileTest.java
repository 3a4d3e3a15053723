package cn.gov.zhuozhou.aid.accountability.casefile;

import static cn.gov.zhuozhou.aid.accountability.County.as;
import static cn.gov.zhuozhou.aid.accountability.County.eligibilityMessage;
import static cn.gov.zhuozhou.aid.accountability.County.eventually;
import static cn.gov.zhuozhou.aid.accountability.County.newSchool;
import static cn.gov.zhuozhou.aid.accountability.County.newStaffNumber;
import static cn.gov.zhuozhou.aid.accountability.County.newTown;
import static cn.gov.zhuozhou.aid.accountability.County.row;
import static cn.gov.zhuozhou.aid.accountability.County.studentMessage;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.accountability.County;
import cn.gov.zhuozhou.aid.accountability.ServiceTest;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class CaseFileTest {
    @Inject
    County county;

    @ConfigProperty(name = "aid.registry.url")
    URI registryUrl;

    private final UUID pupil = UUID.randomUUID();
    private final UUID notice = UUID.randomUUID();
    private final UUID award = UUID.randomUUID();
    private final String school = newSchool();
    private final String teacher = newStaffNumber();
    private HttpServer registry;

    @AfterEach
    void theRegistryGoesAway() {
        if (registry != null) {
            registry.stop(0);
        }
    }

    @Test
    void theWholeTraceIsShownWithDatesAndWho() throws IOException {
        // Given
        registryAnswers(200);
        everythingHappened();

        // When
        eventually(() -> assertThat(file().getList("awards")).hasSize(1));

        // Then
        eventually(() -> assertThat(file().getString("evidence.items[0].line")).isEqualTo("7"));
        JsonPath file = file();
        assertThat(file.getString("evidence.items[0].for")).isEqualTo("Bearer");
        assertThat(file.getString("rulings.items[0].decidedBy")).isEqualTo("赵审核");
        assertThat(file.getString("pupil.name")).isEqualTo("学生甲");
        assertThat(file.getString("identifications[0].detail.reasons[0].legalBasis"))
                .isEqualTo("教财〔2018〕16号");
        assertThat(file.getString("notices[0].detail.state")).isEqualTo("CLOSED");
        assertThat(file.getString("notices[0].detail.lastDay")).isEqualTo("2019-03-11");
        assertThat(file.getInt("awards[0].detail.amountFen")).isEqualTo(75_000);
        assertThat(file.getInt("awards[0].detail.setOffFen")).isEqualTo(20_000);
        assertThat(file.getString("awards[0].who")).isEqualTo("reviewer");
        assertThat(file.getString("awards[0].at")).isEqualTo("2019-03-12T02:00:00Z");
        assertThat(file.getString("assignments[0].detail.personName")).isEqualTo("教师" + teacher);
        assertThat(file.getString("assignments[0].who")).isEqualTo("系统");
        assertThat(file.getString("findings[0].detail.code")).isEqualTo("A06");
        assertThat(file.getList("timeline.source")).contains("ELIGIBILITY", "NOTICE", "AWARD", "ASSIGNMENT", "FINDING");
        assertThat(file.getList("missing")).isEmpty();
    }

    @Test
    void withoutTheRegistryTheFileSaysWhatIsMissing() {
        // Given
        everythingHappened();

        // When
        eventually(() -> assertThat(file().getList("awards")).hasSize(1));

        // Then
        assertThat(file().getList("missing.part")).containsExactly("evidence", "rulings");
        assertThat(file().getList("missing.reason")).containsOnly("REGISTRY_AWAY");
    }

    @Test
    void whatTheRegistryDoesNotShowTheCallerIsNotShownHere() throws IOException {
        // Given
        registryAnswers(404);
        everythingHappened();

        // When
        eventually(() -> assertThat(file().getList("missing.reason")).containsOnly("NOT_SHOWN"));

        // Then
        assertThat(file().getMap("$")).doesNotContainKeys("evidence", "rulings");
    }

    @Test
    void newsThatCameLateDoNotHideNewerOnes() {
        // Given
        UUID identification = UUID.randomUUID();
        county.send(
                studentMessage(pupil, school, newTown(), 1, "IN_SCHOOL"),
                eligibilityMessage(pupil, identification, 2, false, null));
        eventually(() -> assertThat(file().getList("identifications")).hasSize(1));

        // When
        county.send(eligibilityMessage(pupil, identification, 1, true, null));

        // Then
        eventually(() -> assertThat(file().getList("timeline")).hasSize(2));
        assertThat(file().getList("identifications.revision")).containsExactly(2);
    }

    /** The producer's golden examples, told of this pupil; that they are rightly shaped is tested there. */
    @Test
    void paymentsThatArrivedAndCameBackStandBetweenAwardAndResponsiblePerson() {
        // Given
        UUID arrived = UUID.randomUUID();
        UUID cameBack = UUID.randomUUID();
        county.send(
                studentMessage(pupil, school, newTown(), 1, "IN_SCHOOL"),
                payment("PaymentSettled", arrived, 4),
                payment("PaymentSettled", cameBack, 4));
        eventually(() -> assertThat(file().getList("payments")).hasSize(2));

        // When
        county.send(payment("PaymentReturned", cameBack, 5));

        // Then
        eventually(() -> assertThat(file().getList("timeline")).hasSize(3));
        JsonPath file = file();
        assertThat(file.<String>getList("payments.detail.state")).containsExactlyInAnyOrder("SETTLED", "RETURNED");
        String settled = "payments.find { it.subjectId == '" + arrived + "' }.detail.";
        assertThat(file.getString(settled + "settledOn")).isEqualTo("2019-04-12");
        assertThat(file.getInt(settled + "amountFen")).isEqualTo(50_000);
        assertThat(file.getString(settled + "programme")).isEqualTo("CMP-03");
        String returned = "payments.find { it.subjectId == '" + cameBack + "' }.detail.";
        assertThat(file.getString(returned + "returnedOn")).isEqualTo("2019-04-12");
        assertThat(file.getString(returned + "reason")).isEqualTo("ACCOUNT_CLOSED");
        assertThat(file.getString(returned + "reissueDue")).isEqualTo("2019-04-26");
    }

    private County.Message payment(String event, UUID line, int revision) {
        return county.example(
                "aid-disbursement.payment",
                "disbursement." + event,
                Map.of("lineId", line, "studentId", pupil, "awardId", award, "revision", revision),
                pupil,
                line);
    }

    private void everythingHappened() {
        county.staff(row(teacher, school, "教师"));
        Map<String, Object> granted = new HashMap<>(Map.of(
                "awardId",
                award,
                "studentId",
                pupil,
                "revision",
                2,
                "schoolCode",
                school,
                "semester",
                "2019-spring",
                "programme",
                "HS-01",
                "programmeName",
                "普通高中国家助学金",
                "form",
                "CASH_CARD",
                "amountFen",
                75_000));
        granted.putAll(Map.of(
                "setOffFen",
                20_000,
                "payer",
                "COUNTY",
                "state",
                "APPROVED",
                "proposedBy",
                "clerk",
                "approvedBy",
                "reviewer",
                "decidedAt",
                "2019-03-12T10:00:00+08:00",
                "policyVersion",
                "2019-spring-1",
                "reasons",
                List.of()));
        Map<String, Object> finding = Map.of(
                "findingId",
                UUID.randomUUID(),
                "revision",
                1,
                "code",
                "A06",
                "state",
                "OPEN",
                "studentId",
                pupil,
                "subjectId",
                award,
                "ownerUnit",
                "school:" + school,
                "deadline",
                "2019-03-20",
                "reasons",
                List.of());
        county.send(
                studentMessage(pupil, school, newTown(), 1, "IN_SCHOOL"),
                eligibilityMessage(pupil, UUID.randomUUID(), 1, true, notice),
                noticeMessage("NoticeClosed", 2, "CLOSED"),
                noticeMessage("NoticePosted", 1, "POSTED"),
                new County.Message(
                        "aid-disbursement.award",
                        pupil.toString(),
                        "cn.gov.zhuozhou.aid.disbursement.AwardChanged.v1",
                        award.toString(),
                        granted),
                new County.Message(
                        "inspection-rectification.finding",
                        pupil.toString(),
                        "cn.gov.zhuozhou.aid.inspection.FindingChanged.v1",
                        finding.get("findingId").toString(),
                        finding));
        eventually(() -> assertThat(county.openAssignmentOf(pupil)).containsEntry("state", "PROPOSED"));
        eventually(() -> assertThat(file().getList("timeline.source"))
                .contains("ELIGIBILITY", "NOTICE", "AWARD", "ASSIGNMENT", "FINDING"));
    }

    private County.Message noticeMessage(String type, int revision, String state) {
        return new County.Message(
                "student-registry.notice",
                notice.toString(),
                "cn.gov.zhuozhou.aid.registry." + type + ".v1",
                notice.toString(),
                Map.of(
                        "noticeId",
                        notice,
                        "revision",
                        revision,
                        "kind",
                        "GENERAL",
                        "semester",
                        "2019-spring",
                        "schoolCode",
                        school,
                        "firstDay",
                        "2019-03-05",
                        "lastDay",
                        "2019-03-11",
                        "lines",
                        1,
                        "state",
                        state));
    }

    private JsonPath file() {
        return as(Tokens.viewer())
                .get("/api/v1/case-files/" + pupil)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** A stand-in for the registry: it tells back by what kind of token it was asked. */
    private void registryAnswers(int status) throws IOException {
        registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), registryUrl.getPort()), 0);
        registry.createContext("/api/v1/students/" + pupil, exchange -> {
            String token =
                    exchange.getRequestHeaders().getFirst("Authorization").substring(0, 6);
            String body = exchange.getRequestURI().getPath().endsWith("/evidence")
                    ? "{\"items\":[{\"category\":\"DIBAO_R\",\"line\":7,\"for\":\"" + token + "\"}]}"
                    : "{\"items\":[{\"result\":\"CARRIED\",\"decidedBy\":\"赵审核\"}]}";
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        registry.start();
    }
}
