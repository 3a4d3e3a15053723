package cn.gov.zhuozhou.aid.registry.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms files come in. */
@RegistryTest
class FileFormsTest {
    private static final List<String> TEKUN = List.of("特困证号", "城乡类别", "乡镇街道", "姓名", "身份证号");

    @Inject
    FeedFacts facts;

    @ConfigProperty(name = "aid.feed.spool")
    Path spool;

    @ConfigProperty(name = "quarkus.http.body.uploads-directory")
    Path uploads;

    @ParameterizedTest
    @ValueSource(strings = {"GB2312", "GB18030", "UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16"})
    void textsOfEveryEncoding(String charset) {
        // Given
        byte[] file = tekun(People.adult(), "试某人").getBytes(Charset.forName(charset));

        // When
        var batch = Feeds.take("civil-affairs-tekun", Map.of(), file);

        // Then
        assertThat(batch.getInt("accepted")).isEqualTo(1);
    }

    @Test
    void aFormWithTheFileIsTakenLikeABody() throws IOException {
        // Given
        byte[] file = Feeds.utf8(tekun(People.adult(), "试某人"));
        String key = UUID.randomUUID().toString();
        String first = form(file, key).statusCode(202).extract().path("batchId");

        // When
        String again = form(file, key).statusCode(202).extract().path("batchId");

        // Then
        assertThat(again).isEqualTo(first);
        form(Feeds.utf8("学校标识码,校长\n1,2\n"), UUID.randomUUID().toString())
                .statusCode(400)
                .body("type", containsString("feed-unreadable"));
        given().auth()
                .oauth2(Tokens.clerk())
                .header("Idempotency-Key", UUID.randomUUID())
                .queryParam("asOf", Feeds.TODAY)
                .multiPart("other", "a.csv", file)
                .post("/api/v1/feeds/civil-affairs-tekun/batches")
                .then()
                .statusCode(400)
                .body("errors[0].field", containsString("file"));
        assertThat(uploads).isEqualTo(spool);
        assertThat(spooled()).isEmpty();
    }

    @Test
    void aWorkbookWithAPasswordIsToldApartFromAnOldOne() throws Exception {
        Feeds.handIn("schools", Feeds.TODAY, OtherWorkbooks.old())
                .statusCode(400)
                .body("detail", containsString("save it as .xlsx"));
        Feeds.handIn("schools", Feeds.TODAY, OtherWorkbooks.locked())
                .statusCode(400)
                .body("detail", containsString("password"));
    }

    @Test
    void ofSeveralSheetsOneIsNamedOrAllAreReadAndRefusedRowsNameTheirs() throws IOException {
        // Given
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "test", "1.0")) {
            sheet(book.newWorksheet("东镇"), List.of("T1", "农村", "东镇", "试某人", People.adult()));
            sheet(book.newWorksheet("西镇"), List.of("T2", "农村", "西镇", "试某人", People.misspelt(People.adult())));
        }
        Map<String, String> today = Map.of("asOf", Feeds.TODAY);
        Feeds.handIn("civil-affairs-tekun", today, out.toByteArray())
                .statusCode(400)
                .body("detail", containsString("东镇、西镇"))
                .body("detail", containsString("sheet=*"));

        // When
        var one = Feeds.take("civil-affairs-tekun", Map.of("sheet", "东镇"), out.toByteArray());
        var all = Feeds.take("civil-affairs-tekun", Map.of("sheet", "*"), out.toByteArray());

        // Then
        assertThat(List.of(one.getInt("accepted"), all.getInt("accepted"), all.getInt("refused")))
                .containsExactly(1, 1, 1);
        var rows = given().auth()
                .oauth2(Tokens.clerk())
                .get("/api/v1/feeds/batches/" + all.getString("batchId") + "/rows?outcome=REFUSED")
                .jsonPath();
        assertThat(rows.getString("items[0].sheet")).isEqualTo("西镇");
        assertThat(rows.getInt("items[0].line")).isEqualTo(2);
    }

    @Test
    @DisplayName("S65: orphans and children nobody looks after come as a file of their own form")
    void orphansComeAsAFile() {
        // Given
        var county = new County();
        var orphan = county.pupil();
        var unattended = county.pupil();
        Feeds.take("enrolment", county.enrolment());
        String file = "儿童福利证号,儿童类别,乡镇街道,姓名,身份证号,抚养人姓名,月基本生活费\nE1,孤儿,双塔街道,%s,%s,%s,1000\n,事实无人抚养,双塔街道,%s,%s,%s,600\n"
                .formatted(
                        orphan.name(),
                        orphan.identity(),
                        orphan.guardianName(),
                        unattended.name(),
                        unattended.identity(),
                        unattended.guardianName());

        // When
        Feeds.take("civil-affairs-orphan", file);

        // Then
        assertThat(facts.of(county)).containsExactly("evidence 0 ORPHAN EXACT", "evidence 1 DEFACTO EXACT");
    }

    private List<String> spooled() throws IOException {
        try (var files = Files.list(spool)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("running") && !name.startsWith("feed-"))
                    .toList();
        }
    }

    private static String tekun(String number, String name) {
        return String.join(",", TEKUN) + "\nT1,农村,双塔街道," + name + "," + number + "\n";
    }

    private static void sheet(Worksheet sheet, List<String> row) {
        for (int column = 0; column < TEKUN.size(); column++) {
            sheet.value(0, column, TEKUN.get(column));
            sheet.value(1, column, row.get(column));
        }
    }

    private static ValidatableResponse form(byte[] file, String key) {
        return given().auth()
                .oauth2(Tokens.clerk())
                .header("Idempotency-Key", key)
                .queryParam("asOf", Feeds.TODAY)
                .multiPart("file", "特困.csv", file)
                .post("/api/v1/feeds/civil-affairs-tekun/batches")
                .then();
    }
}
