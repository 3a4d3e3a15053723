package cn.gov.zhuozhou.aid.chassis.tabular;

import cn.gov.zhuozhou.aid.chassis.Text;
import java.util.List;

/**
 * A file that cannot be read as the table it should be: a stable reason and, in both languages, what was expected. Carries at
 * most header cells, never the content of a data row.
 */
public final class UnreadableTable extends RuntimeException {
    private static final int SHOWN_CELLS = 30;
    private static final int SHOWN_CHARS = 20;

    /** Why, as a stable code. */
    public enum Reason {
        EMPTY_FILE,
        NOT_A_TABLE,
        OLD_XLS,
        PASSWORD_PROTECTED,
        ZIP_BOMB,
        COLUMNS_MISSING,
        SEVERAL_SHEETS,
        NO_SUCH_SHEET,
        TOO_LARGE,
        TOO_MANY_ROWS,
        TOO_MANY_COLUMNS,
        BROKEN_FILE
    }

    private final Reason reason;
    private final transient Text text;
    private final transient List<String> missing;

    UnreadableTable(Reason reason, Text text, List<String> missing) {
        super(reason + ": " + text.en(), null, false, false);
        this.reason = reason;
        this.text = text;
        this.missing = List.copyOf(missing);
    }

    UnreadableTable(Reason reason, String zh, String en) {
        this(reason, Text.of(zh, en), List.of());
    }

    public Reason reason() {
        return reason;
    }

    /** What was expected. */
    public Text text() {
        return text;
    }

    /** The columns that were not found, as messages call them. */
    public List<String> missing() {
        return missing;
    }

    static UnreadableTable empty() {
        return new UnreadableTable(
                Reason.EMPTY_FILE, "文件为空,应为含表头和数据行的表格", "the file is empty; a table with a header row was expected");
    }

    static UnreadableTable notATable() {
        return new UnreadableTable(
                Reason.NOT_A_TABLE,
                "文件不是表格,应为 .xlsx 工作簿或 CSV 文本(UTF-8 或 GB18030)",
                "the file is not a table; an .xlsx workbook or CSV text (UTF-8 or GB18030) was expected");
    }

    static UnreadableTable broken() {
        return new UnreadableTable(
                Reason.BROKEN_FILE, "文件已损坏,无法读取,请重新导出", "the file is damaged and cannot be read; export it again");
    }

    static UnreadableTable tooLarge(long most) {
        return new UnreadableTable(
                Reason.TOO_LARGE,
                "文件过大,最大 %d 字节".formatted(most),
                "the file is too large, at most %d bytes".formatted(most));
    }

    static UnreadableTable tooManyRows(int most) {
        return new UnreadableTable(
                Reason.TOO_MANY_ROWS, "行数过多,最多 %d 行".formatted(most), "too many rows, at most %d".formatted(most));
    }

    static UnreadableTable tooManyColumns(int most) {
        return new UnreadableTable(
                Reason.TOO_MANY_COLUMNS,
                "列数过多,最多 %d 列".formatted(most),
                "too many columns, at most %d".formatted(most));
    }

    static UnreadableTable zipBomb() {
        return new UnreadableTable(
                Reason.ZIP_BOMB, "压缩内容展开后异常庞大,拒绝读取", "the packed content is suspiciously large when unpacked");
    }

    static UnreadableTable passwordProtected() {
        return new UnreadableTable(
                Reason.PASSWORD_PROTECTED,
                "文件设有密码,请取消密码后重新上传",
                "the file is protected by a password; save it without one");
    }

    static UnreadableTable oldXls() {
        return new UnreadableTable(
                Reason.OLD_XLS, "旧版 .xls 文件,请另存为 .xlsx 或 CSV 后重新上传", "an old .xls file; save it as .xlsx or CSV");
    }

    static UnreadableTable noHeader(List<String> expected) {
        return new UnreadableTable(
                Reason.COLUMNS_MISSING,
                Text.of("前 %d 行中没有找到表头,应有列:%s", "no header among the first %d rows, expected columns: %s")
                        .formatted(HeaderFinder.ROWS, shown(expected)),
                expected);
    }

    static UnreadableTable columnsMissing(List<String> missing, List<String> found) {
        return new UnreadableTable(
                Reason.COLUMNS_MISSING,
                Text.of("缺少列:%s;文件中的列:%s", "missing columns: %s; columns in the file: %s")
                        .formatted(shown(missing), shown(found)),
                missing);
    }

    static UnreadableTable severalSheets(List<String> names) {
        return new UnreadableTable(
                Reason.SEVERAL_SHEETS,
                "有多张工作表符合:%s;应只有一张".formatted(shown(names)),
                "several sheets fit: %s; one was expected".formatted(shown(names)));
    }

    static UnreadableTable noSuchSheet(List<String> names) {
        return new UnreadableTable(
                Reason.NO_SUCH_SHEET,
                "没有该名称且表头符合的可见工作表;符合的有:%s".formatted(shown(names)),
                "no visible sheet of that name has the header; those that have: %s".formatted(shown(names)));
    }

    private static String shown(List<String> headers) {
        List<String> cells = headers.stream()
                .limit(SHOWN_CELLS)
                .map(UnreadableTable::shortened)
                .toList();
        return String.join("、", cells) + (headers.size() > SHOWN_CELLS ? "…" : "");
    }

    /** Headers have no long runs of digits; what has is not shown. */
    private static String shortened(String header) {
        String plain = header.strip().replaceAll("[\\p{Nd}]{5,}", "…");
        return plain.length() <= SHOWN_CHARS ? plain : plain.substring(0, SHOWN_CHARS) + "…";
    }
}
