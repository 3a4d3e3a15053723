package cn.gov.zhuozhou.aid.disbursement.policy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.tabular.SheetWriter;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Area;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.EligibilityRule;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Level;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.SchoolKind;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.SchoolNature;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Stage;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A policy set as a workbook: out, in, and what a workbook with mistakes answers. */
@DisbursementTest
class PolicyWorkbookTest {
    @TempDir
    Path folder;

    @Inject
    PolicyStore store;

    @Inject
    PolicyWorkbooks workbooks;

    @Inject
    ObjectMapper json;

    @Test
    void whatIsWrittenOutReadsInAsTheSameSet() throws IOException {
        // Given
        PolicyContent loaded = store.content("2019-spring.2");
        PolicyContent tricky = with(
                loaded,
                new PolicyContent.RuleRow(
                        "CMP-05",
                        1,
                        Semester.parse("2019-spring"),
                        Semester.parse("2019-spring"),
                        Set.of(Stage.PRIMARY),
                        false,
                        1,
                        6,
                        Set.of(Level.SEVERE),
                        EligibilityRule.Scope.LISTED_CATEGORIES,
                        Set.of("REG_POOR", "ORPHAN"),
                        Set.of("双塔街道"),
                        Set.of(Area.RURAL),
                        Set.of(SchoolKind.PUBLIC),
                        Set.of(SchoolNature.TEACHING_POINT),
                        Set.of(Area.COUNTY_TOWN),
                        Set.of("农学"),
                        "STANDARD",
                        "COUNTY_RULE",
                        "=待定，以\"-\"号开头的理由",
                        "-to be decided",
                        "ZZ-LOCAL"));

        // When
        PolicyContent read = workbooks.read(file(workbooks.written(tricky)));

        // Then
        assertThat(read).isEqualTo(tricky);
    }

    @Test
    void savedAnewByAnotherProgramItIsStillTheSameSet() throws IOException, InterruptedException {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, "soffice"))),
                "soffice is not on the PATH");
        // Given
        PolicyContent loaded = store.content("2019-spring.2");
        Path written = file(workbooks.written(loaded));

        // When
        Process office = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "xlsx:Calc MS Excel 2007 XML",
                        "--outdir",
                        folder.resolve("saved").toString(),
                        written.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("office.log").toFile())
                .start();

        // Then
        assertThat(office.waitFor(90, TimeUnit.SECONDS)).isTrue();
        assertThat(workbooks.read(folder.resolve("saved").resolve(written.getFileName())))
                .isEqualTo(loaded);
    }

    @Test
    void overRestAnExportedSetImportedIntoADraftIsIdentical() {
        // Given
        byte[] workbook = given().auth()
                .oauth2(Tokens.viewer())
                .get("/api/v1/policies/2019-spring.2/workbook")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        Response draft = draft("2019-spring.1");

        // When
        Response imported = imported(draft, workbook, Tokens.administrator());

        // Then
        imported.then().statusCode(200).body("revision", equalTo(2));
        assertThat(store.content(draft.jsonPath().getString("version"))).isEqualTo(store.content("2019-spring.2"));
    }

    @Test
    void peopleSeeYuanPerCentAndWords() throws IOException {
        // When
        byte[] workbook = workbooks.written(store.content("2019-spring.2"));

        // Then
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            assertThat(book.getSheets().map(Sheet::getName)).containsExactly("资助项目", "标准", "条件", "组合规则", "分担比例", "文件");
            assertThat(book.findSheet("标准").orElseThrow().read().stream()
                            .filter(row -> "CMP-04".equals(row.getCellText(0)) && "JUNIOR".equals(row.getCellText(1)))
                            .map(row -> row.getCellAsNumber(2).orElseThrow()))
                    .usingElementComparator(BigDecimal::compareTo)
                    .containsExactly(new BigDecimal("312.5"), new BigDecimal("375"));
            assertThat(book.findSheet("分担比例").orElseThrow().read().stream()
                            .filter(row -> "HS-01".equals(row.getCellText(0)))
                            .map(row -> row.getCellText(2) + row.getCellText(3)))
                    .containsExactlyInAnyOrder("中央60", "县级40");
        }
    }

    @Test
    void everyRowThatCannotBeReadIsNamed() throws IOException {
        // Given
        PolicyContent loaded = store.content("2019-spring.2");
        byte[] workbook = writtenWith(loaded, "每学期", "每个月");

        // When
        Response refused = imported(draft("2019-spring.2"), workbook, Tokens.administrator());

        // Then
        refused.then()
                .statusCode(422)
                .body("type", equalTo("urn:aid:problem:workbook-rows-refused"))
                .body("errors.field", hasItem(startsWith("标准!2")));
    }

    @Test
    void anotherFileIsRefused() {
        imported(draft("2019-spring.2"), "姓名,学校\n张三,一中\n".getBytes(StandardCharsets.UTF_8), Tokens.administrator())
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:aid:problem:not-a-policy-workbook"));
    }

    @Test
    void onlyAnAdministratorImports() {
        imported(draft("2019-spring.2"), new byte[] {1}, Tokens.clerk()).then().statusCode(403);
    }

    private static PolicyContent with(PolicyContent content, PolicyContent.RuleRow rule) {
        List<PolicyContent.RuleRow> rules = new ArrayList<>(content.rules());
        rules.addFirst(rule);
        return new PolicyContent(
                content.documents(),
                content.programmes(),
                content.rates(),
                rules,
                content.combinations(),
                content.shares());
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve(UUID.randomUUID() + ".xlsx"), content);
    }

    private static Response draft(String basedOn) {
        return given().auth()
                .oauth2(Tokens.administrator())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body("""
                        {"basedOn": "%s", "effectiveFrom": "2051-spring", "nameZh": "导入", "nameEn": "Imported"}
                        """.formatted(basedOn))
                .post("/api/v1/policies");
    }

    private static Response imported(Response draft, byte[] workbook, String token) {
        return given().auth()
                .oauth2(token)
                .header("If-Match", draft.header("ETag"))
                .contentType("application/octet-stream")
                .body(workbook)
                .put("/api/v1/policies/{version}/workbook", draft.jsonPath().getString("version"));
    }

    /** A workbook of the set in which one word stands for another. */
    private byte[] writtenWith(PolicyContent content, String word, String other) throws IOException {
        var out = new ByteArrayOutputStream();
        PolicySheet first = PolicySheet.PROGRAMMES;
        try (var writer = new SheetWriter(out, first.title(), first.header())) {
            for (PolicySheet sheet : PolicySheet.values()) {
                if (sheet != first) {
                    writer.sheet(sheet.title(), sheet.header());
                }
                for (Object row : sheet.kind().of(content)) {
                    writer.row(sheet.cells(json.valueToTree(row)).stream()
                            .map(cell -> word.equals(cell) ? other : cell)
                            .toList());
                }
            }
        }
        return out.toByteArray();
    }
}
