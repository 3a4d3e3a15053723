package cn.gov.zhuozhou.aid.chassis.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.zhuozhou.aid.chassis.ChassisTest;
import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.http.FileNames;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ChassisTest
@DisplayName("Files handed in")
class AttachmentsTest {
    private static final Actor ACTOR = Actor.system("test");

    private final String thing = Ids.next().toString();

    @Inject
    Attachments attachments;

    @Inject
    Database database;

    @Test
    void comeBackAsTheyWereKept() {
        byte[] pdf = pdf(3 << 20);

        Attachment kept = keep("../张三\u202E扫描.exe", pdf, FileKind.PHOTOS_AND_SCANS);

        assertThat(kept.name()).isEqualTo("张三扫描.pdf");
        assertThat(kept.sha256()).hasSize(64);
        assertThat(attachments.of("thing", thing)).containsExactly(kept);
        assertThat(QuarkusTransaction.requiringNew().call(() -> attachments.content(kept)))
                .isEqualTo(pdf);
        assertThat(attachments.find("thing", Ids.next().toString(), kept.id())).isEmpty();
    }

    @Test
    void areNeverStoredInClear() {
        byte[] pdf = pdf(2000);
        Arrays.fill(pdf, 100, 200, (byte) 'Q');

        Attachment kept = keep("张三.pdf", pdf, FileKind.PHOTOS_AND_SCANS);

        String stored = database.first(
                        "select a.name || p.sealed from attachment a join attachment_part p on p.attachment_id = a.id where a.id = :id",
                        Map.of("id", kept.id()),
                        row -> new String(row.getBytes(1), ISO_8859_1))
                .orElseThrow();
        assertThat(stored).doesNotContain("%PDF", "QQQQQQ");
    }

    @Test
    void areWhatTheirContentIsNotTheirName() throws IOException {
        byte[] workbook = zip("[Content_Types].xml", "xl/workbook.xml");

        assertRefused("attachment-kind", "photo.jpg", "MZ a program".getBytes(US_ASCII), FileKind.PHOTOS_AND_SCANS);
        assertRefused("attachment-kind", "scan.pdf", workbook, FileKind.PHOTOS_AND_SCANS);
        assertThat(keep("scan.pdf", workbook, Set.of(FileKind.XLSX)).name()).isEqualTo("scan.xlsx");
        assertRefused("attachment-kind", "a.zip", zip("readme.txt"), Set.of(FileKind.values()));
    }

    @Test
    void areRefusedWhenTooLargeOrBroken() throws IOException {
        assertRefused("too-large", "a.pdf", pdf((10 << 20) + 1), FileKind.PHOTOS_AND_SCANS);
        assertRefused(
                "attachment-broken", "a.jpg", Arrays.copyOf(Photos.jpegWithPlace(), 400), FileKind.PHOTOS_AND_SCANS);
    }

    @Test
    void areNeverExchanged() {
        Attachment kept = keep("a.pdf", pdf(100), FileKind.PHOTOS_AND_SCANS);

        assertThatThrownBy(() -> database.update(
                        "update attachment_part set sealed = sealed where attachment_id = :id",
                        Map.of("id", kept.id())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void travelWithTheirNamesInHeaders() {
        assertThat(FileNames.from("attachment; filename=\"a b.pdf\"")).isEqualTo("a b.pdf");
        assertThat(FileNames.from(FileNames.attachment("公示 照片+1.jpg"))).isEqualTo("公示 照片+1.jpg");
        assertThat(FileNames.from(null)).isNull();
    }

    private void assertRefused(String problem, String name, byte[] content, Set<FileKind> allowed) {
        assertThatThrownBy(() -> keep(name, content, allowed))
                .isInstanceOf(ProblemException.class)
                .hasMessage("urn:aid:problem:" + problem);
    }

    private Attachment keep(String name, byte[] content, Set<FileKind> allowed) {
        return QuarkusTransaction.requiringNew()
                .call(() -> attachments.keep(new HandedIn("thing", thing, "SCAN", name, content, allowed), ACTOR));
    }

    private static byte[] pdf(int size) {
        byte[] content = new byte[size];
        byte[] head = "%PDF-1.7\n".getBytes(US_ASCII);
        System.arraycopy(head, 0, content, 0, head.length);
        return content;
    }

    private static byte[] zip(String... names) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
            }
        }
        return out.toByteArray();
    }
}
