package cn.gov.zhuozhou.aid.registry.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RegistryTest
class BadInputTest {
    private static final byte[] GOOD = Feeds.utf8(County.schools());

    @Inject
    Database database;

    @ConfigProperty(name = "test.url")
    URI service;

    private long stored;

    @BeforeEach
    void countBefore() {
        stored = stored();
    }

    @AfterEach
    void nothingIsStored() {
        assertThat(stored()).isEqualTo(stored);
    }

    @Test
    void anEmptyFileIsRefused() {
        refused(Feeds.handIn("schools", Feeds.TODAY, new byte[0]), 400, "feed-unreadable", "empty");
    }

    @Test
    void aPictureCalledWorkbookIsRefused() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0};
        refused(Feeds.handIn("schools", Feeds.TODAY, png), 400, "feed-unreadable", "not a table");
    }

    @Test
    void anOldWorkbookIsRefused() throws IOException {
        refused(Feeds.handIn("schools", Feeds.TODAY, OtherWorkbooks.old()), 400, "feed-unreadable", ".xls");
    }

    @Test
    void aZipBombIsRefused() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed)) {
            for (String name : new String[] {"[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"}) {
                zip.putNextEntry(new ZipEntry(name));
                byte[] zeros = new byte[1 << 20];
                for (int i = 0; i < 40; i++) {
                    zip.write(zeros);
                }
            }
        }
        refused(Feeds.handIn("schools", Feeds.TODAY, packed.toByteArray()), 400, "feed-unreadable", "unpacked");
    }

    @Test
    void otherColumnsAreRefusedByName() {
        byte[] other = Feeds.utf8("学校标识码,校长\n9900000001,某人\n");
        refused(Feeds.handIn("schools", Feeds.TODAY, other), 400, "feed-unreadable", "学校名称");
    }

    @Test
    void theDateMustBeGivenReadableAndNotInTheFuture() {
        refused(Feeds.handIn("schools", Map.of(), GOOD), 400, "as-of-invalid", Feeds.TODAY);
        refused(Feeds.handIn("schools", "4.3.2019", GOOD), 400, "as-of-invalid", Feeds.TODAY);
        refused(Feeds.handIn("schools", "2099-01-01", GOOD), 400, "as-of-invalid", Feeds.TODAY);
    }

    @Test
    void dataOlderThanTheNewestIsRefused() {
        Feeds.take("schools", County.schools());
        stored = stored();
        refused(Feeds.handIn("schools", "2019-03-01", GOOD), 409, "as-of-outdated", Feeds.TODAY);
    }

    @Test
    void unknownFeedsAreRefused() {
        refused(Feeds.handIn("weather", Feeds.TODAY, GOOD), 404, "unknown-feed", "enrolment");
        refused(Feeds.handIn("staff", Feeds.TODAY, GOOD), 404, "feed-taken-elsewhere", "accountability");
    }

    @Test
    void aDeclaredLengthBeyondTheLimitIsRefusedUnread() throws IOException {
        String answer;
        try (var socket = new java.net.Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(10_000);
            String request = "POST /api/v1/feeds/schools/batches?asOf=2019-03-04 HTTP/1.1\r\nHost: x\r\n"
                    + "Content-Type: application/octet-stream\r\nIdempotency-Key: k\r\nAuthorization: Bearer "
                    + Tokens.clerk() + "\r\nContent-Length: 2147483648\r\n\r\n";
            socket.getOutputStream().write(Feeds.utf8(request));
            answer = new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
        assertThat(answer).startsWith("HTTP/1.1 413").contains("application/problem+json", "64 MB");
    }

    private static void refused(ValidatableResponse response, int status, String code, String expected) {
        response.statusCode(status)
                .contentType(containsString("application/problem+json"))
                .body("type", containsString(code))
                .body("detail", containsString(expected));
    }

    private long stored() {
        return database.first(
                        "select (select count(*) from feed_batch) + (select count(*) from feed_file) + (select count(*) from job)",
                        Map.of(),
                        row -> row.getLong(1))
                .orElseThrow();
    }
}
