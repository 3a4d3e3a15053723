package cn.gov.zhuozhou.aid.registry.publicnotice;

import static org.awaitility.Awaitility.await;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.TestSemesters;
import cn.gov.zhuozhou.aid.registry.identification.Acts;
import cn.gov.zhuozhou.aid.registry.identification.County;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;

/** A school of its own with one list posted, and what people do with it. */
@ApplicationScoped
class PostedNotices {
    @Inject
    County county;

    @Inject
    TestSemesters semesters;

    @Inject
    BusinessClock clock;

    /** @param pupil stands on it as ADDED or, among registered poor, as carried */
    record Posted(Semester semester, String school, UUID pupil, JsonPath notice) {
        String id() {
            return notice.getString("id");
        }

        LocalDate firstDay() {
            return LocalDate.parse(notice.getString("firstDay"));
        }

        LocalDate lastDay() {
            return LocalDate.parse(notice.getString("lastDay"));
        }
    }

    Posted general() {
        return post("DIBAO_R", "GENERAL");
    }

    Posted registeredPoor() {
        return post("REG_POOR", "REG_POOR");
    }

    /** A reviewed addition nobody has posted yet; the notice is null. */
    Posted waiting(String category) {
        Semester semester = semesters.open();
        String school = county.school();
        UUID pupil = county.pupil(school);
        county.evidence(pupil, category);
        county.evaluate(pupil);
        Acts.as(Tokens.reviewer("school:" + school))
                .body(Map.of("semester", semester.code(), "decision", "APPROVED", "opinion", "已核实"))
                .post("/api/v1/identifications/reviews")
                .then()
                .statusCode(200);
        return new Posted(semester, school, pupil, null);
    }

    Response post(Posted waiting, String kind, Map<String, String> more) {
        var body = new HashMap<>(more);
        body.putAll(Map.of("semester", waiting.semester().code(), "schoolCode", waiting.school(), "kind", kind));
        return Acts.as(Tokens.reviewer()).body(body).post("/api/v1/public-notices");
    }

    void passLastDayOf(Posted posted) {
        clock.advanceTo(clock.endOf(posted.lastDay()));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> "CLOSED".equals(show(posted).getString("notice.state")));
    }

    JsonPath show(Posted posted) {
        return Acts.as(Tokens.reviewer())
                .get("/api/v1/public-notices/{id}", posted.id())
                .jsonPath();
    }

    Response hand(Posted posted, String shows, LocalDate takenOn, String mediaType, byte[] content) {
        return Acts.as(Tokens.clerk("school:" + posted.school()))
                .contentType(mediaType)
                .header("Content-Disposition", "attachment; filename=\"IMG_0001.jpg\"")
                .queryParam("shows", shows)
                .queryParam("takenOn", takenOn.toString())
                .queryParam("place", "校门口公示栏")
                .body(content)
                .post("/api/v1/public-notices/{id}/evidence", posted.id());
    }

    static byte[] photo() {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "jpg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private Posted post(String category, String kind) {
        Posted waiting = waiting(category);
        JsonPath notice =
                post(waiting, kind, Map.of()).then().statusCode(201).extract().jsonPath();
        return new Posted(waiting.semester(), waiting.school(), waiting.pupil(), notice);
    }
}
