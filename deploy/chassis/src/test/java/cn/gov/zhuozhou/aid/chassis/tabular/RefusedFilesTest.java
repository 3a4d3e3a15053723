package cn.gov.zhuozhou.aid.chassis.tabular;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.gov.zhuozhou.aid.chassis.tabular.UnreadableTable.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedFilesTest {
    private static final Limits LIMITS = Limits.standard();

    @TempDir
    Path folder;

    @Test
    void anEmptyFile() {
        assertThat(reasonFor(new byte[0], LIMITS)).isEqualTo(Reason.EMPTY_FILE);
    }

    @Test
    void aFileOfBlankLines() {
        assertThat(reasonFor("\uFEFF\r\n \r\n".getBytes(UTF_8), LIMITS)).isEqualTo(Reason.EMPTY_FILE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "89504e470d0a1a0a0000000d49484452",
                "ffd8ffe000104a46494600010100",
                "255044462d312e340a",
                "3c68746d6c3e3c7461626c653e"
            })
    void aPictureOrAPageRenamedToAWorkbook(String head) {
        assertThat(reasonFor(HexFormat.of().parseHex(head), LIMITS)).isEqualTo(Reason.NOT_A_TABLE);
    }

    @Test
    void aContainerThatIsNoWorkbook() throws IOException {
        assertThat(reasonFor(zip("word/document.xml", 100), LIMITS)).isEqualTo(Reason.NOT_A_TABLE);
    }

    @Test
    void anOldWorkbookAndAWorkbookWithAPassword() {
        // Given
        byte[] old = Arrays.copyOf(HexFormat.of().parseHex("d0cf11e0a1b11ae1"), 20_000);
        byte[] locked = old.clone();
        byte[] part = "EncryptedPackage".getBytes(UTF_16LE);
        System.arraycopy(part, 0, locked, 8192 - 7, part.length);
        // When
        Reason[] reasons = {reasonFor(old, LIMITS), reasonFor(locked, LIMITS)};
        // Then
        assertThat(reasons).containsExactly(Reason.OLD_XLS, Reason.PASSWORD_PROTECTED);
    }

    @Test
    void aZipBomb() throws IOException {
        assertThat(reasonFor(zip("xl/workbook.xml", 50_000_000), LIMITS)).isEqualTo(Reason.ZIP_BOMB);
    }

    @Test
    void aBrokenContainer() throws IOException {
        byte[] whole = zip("xl/workbook.xml", 100);
        assertThat(reasonFor(Arrays.copyOf(whole, whole.length / 2), LIMITS)).isEqualTo(Reason.BROKEN_FILE);
    }

    @Test
    void aWorkbookWhoseContentIsNoWorkbook() throws IOException {
        assertThat(reasonFor(zip("xl/workbook.xml", 100), LIMITS)).isEqualTo(Reason.BROKEN_FILE);
    }

    @Test
    void aFileThatIsTooLarge() {
        assertThat(reasonFor("姓名,编号".getBytes(UTF_8), LIMITS.withMaxBytes(5))).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void aTableWithTooManyColumnsOrRows() {
        // Given
        byte[] wide = "a,".repeat(500).getBytes(UTF_8);
        byte[] tall = "姓名,编号\n张三,1\n李四,2\n".getBytes(UTF_8);
        // When
        Reason[] reasons = {reasonFor(wide, LIMITS), reasonFor(tall, LIMITS.withMaxRows(1))};
        // Then
        assertThat(reasons).containsExactly(Reason.TOO_MANY_COLUMNS, Reason.TOO_MANY_ROWS);
    }

    @Test
    void aLineWithoutEnd() {
        assertThat(reasonFor("a".repeat(1_000_000).getBytes(UTF_8), LIMITS)).isEqualTo(Reason.BROKEN_FILE);
    }

    private Reason reasonFor(byte[] content, Limits limits) {
        Path file = Tables.file(folder, content);
        UnreadableTable refusal = catchThrowableOfType(
                UnreadableTable.class, () -> TableFile.open(file, limits).read(Tables.PEOPLE, row -> {}));
        assertThat(refusal.text().zh()).isNotBlank();
        assertThat(refusal.text().en()).isNotBlank();
        return refusal.reason();
    }

    private static byte[] zip(String entry, int zeros) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(new byte[zeros]);
            zip.closeEntry();
        }
        return out.toByteArray();
    }
}
