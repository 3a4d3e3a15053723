package cn.gov.zhuozhou.aid.accountability.organisation;

import cn.gov.zhuozhou.aid.accountability.AccountabilityProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException.FieldError;
import cn.gov.zhuozhou.aid.chassis.tabular.Column;
import cn.gov.zhuozhou.aid.chassis.tabular.Limits;
import cn.gov.zhuozhou.aid.chassis.tabular.TableFile;
import cn.gov.zhuozhou.aid.chassis.tabular.TableLayout;
import cn.gov.zhuozhou.aid.chassis.tabular.UnreadableTable;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The form of a staff list: CSV or workbook with these columns. */
final class StaffFile {
    private static final TableLayout LAYOUT = new TableLayout(
            List.of(
                    Column.required("教职工号", "工号", "教工号"),
                    Column.required("姓名", "教职工姓名"),
                    Column.required("学校标识码"),
                    Column.required("岗位", "职务"),
                    Column.optional("年级"),
                    Column.optional("班级")),
            first -> first.strip().startsWith("合计"));

    private static final Limits LIMITS =
            Limits.standard().withMaxBytes(16L << 20).withMaxRows(100_000);

    private StaffFile() {}

    /** The content of a file whose header was found; ends the request for any other. */
    static byte[] readable(File file) throws IOException {
        // A request without a body has no file.
        Path content = file == null ? Files.createTempFile("staff-", ".table") : file.toPath();
        try {
            TableFile.open(content, LIMITS).header(LAYOUT);
            return Files.readAllBytes(content);
        } catch (UnreadableTable refused) {
            throw problem(refused);
        } finally {
            if (file == null) {
                Files.delete(content);
            }
        }
    }

    static StaffRows read(byte[] content, Map<String, String> postCodes) {
        StaffRows rows = new StaffRows(postCodes);
        try {
            Path copy = Files.createTempFile("staff-", ".table");
            try {
                Files.write(copy, content);
                TableFile.open(copy, LIMITS)
                        .read(
                                LAYOUT,
                                row -> rows.add(
                                        row.line(),
                                        new StaffLine(
                                                row.cell(0),
                                                row.cell(1),
                                                row.cell(2),
                                                row.cell(3),
                                                row.cell(4),
                                                row.cell(5))));
            } finally {
                Files.delete(copy);
            }
        } catch (UnreadableTable refused) {
            throw problem(refused);
        } catch (IOException e) {
            throw new UncheckedIOException("a staff list could not be copied", e);
        }
        return rows;
    }

    private static ProblemException problem(UnreadableTable refused) {
        return new ProblemException(
                AccountabilityProblem.UNREADABLE_TABLE,
                refused.text(),
                List.of(new FieldError("file", refused.reason().name(), refused.text())));
    }
}
