package cn.gov.zhuozhou.aid.disbursement.bank;

import cn.gov.zhuozhou.aid.chassis.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a bank wants its payment file. Data an administrator changes, because each bank has its own and changes it.
 *
 * @param separator of a delimited file, one character
 * @param titles whether a row of titles stands above the lines
 * @param header before the lines, one row; none where empty; trailer likewise after them
 * @param xml names of an XML file's elements; null for other forms
 */
record PaymentLayout(
        @NotBlank @Pattern(regexp = "[a-z0-9.-]{2,40}") String code,
        @NotBlank @Size(max = 60) String name,
        @NotNull Form form,
        @NotNull @Pattern(regexp = "UTF-8|GB18030") String charset,
        String separator,
        @NotNull Money unit,
        boolean titles,
        List<@NotNull @Valid Cell> header,
        @NotEmpty List<@NotNull @Valid Cell> line,
        List<@NotNull @Valid Cell> trailer,
        @Valid Xml xml) {
    enum Form {
        FIXED,
        DELIMITED,
        XLSX,
        XML,
        /** ISO 20022, of which nothing is open to change. */
        PAIN_001
    }

    enum Align {
        LEFT,
        RIGHT
    }

    /**
     * @param title above the column; in an XML file the path of elements, such as {@code Cdtr/Nm}
     * @param text of a {@link PaymentField#TEXT} cell
     * @param width in bytes of the file's charset; fixed files only
     * @param pad fills up to the width; a space where null
     */
    record Cell(
            @NotNull PaymentField field,
            @Size(max = 60) String title,
            @Size(max = 60) String text,
            @Positive Integer width,
            Align align,
            Character pad) {
        char padding() {
            return pad == null ? ' ' : pad;
        }
    }

    /**
     * @param root below {@code Document}
     * @param header holds what stands once; {@code line} holds one line
     */
    record Xml(
            @NotBlank @Size(max = 200) String namespace,
            @NotBlank @Pattern(regexp = NAME) String root,
            @NotBlank @Pattern(regexp = NAME) String header,
            @NotBlank @Pattern(regexp = NAME) String line) {
        private static final String NAME = "[A-Za-z][A-Za-z0-9_.-]{0,60}";
        private static final String PATH = NAME + "(/" + NAME + "){0,8}";
    }

    /** Without these no bank can pay and no answer can be matched. */
    private static final Set<PaymentField> NEEDED =
            EnumSet.of(PaymentField.END_TO_END_ID, PaymentField.PAYEE_NAME, PaymentField.ACCOUNT, PaymentField.AMOUNT);

    PaymentLayout {
        header = header == null ? List.of() : List.copyOf(header);
        line = line == null ? List.of() : List.copyOf(line);
        trailer = trailer == null ? List.of() : List.copyOf(trailer);
    }

    /** Why no file can be written with it; empty where one can. */
    List<Text> faults() {
        List<Text> faults = new ArrayList<>();
        List<PaymentField> fields = line.stream().map(Cell::field).toList();
        if (!fields.containsAll(NEEDED)) {
            faults.add(Text.of("明细须有端到端标识、户名、账号、金额", "a line needs end-to-end id, name, account and amount"));
        }
        if (!fields.stream().allMatch(PaymentField::ofLine)
                || !Stream.concat(header.stream(), trailer.stream())
                        .allMatch(cell -> cell.field().ofOrder())) {
            faults.add(Text.of("字段不属于该行", "a field does not belong into that row"));
        }
        if (cells().anyMatch(cell -> cell.field() == PaymentField.TEXT && cell.text() == null)) {
            faults.add(Text.of("固定文字不能为空", "a fixed text is missing"));
        }
        switch (form) {
            case FIXED -> {
                if (titles || cells().map(Cell::width).anyMatch(Objects::isNull)) {
                    faults.add(Text.of("定长文件没有标题行，每列须有宽度", "a fixed file has no titles, and a width for every column"));
                }
            }
            case DELIMITED -> {
                if (separator == null || separator.length() != 1 || Character.isLetterOrDigit(separator.charAt(0))) {
                    faults.add(Text.of("分隔符须为一个符号", "the separator is one sign"));
                }
            }
            case XLSX -> {
                if (!header.isEmpty() || !titles) {
                    faults.add(Text.of("工作簿只有标题行", "a workbook has titles and no other header"));
                }
            }
            case XML -> {
                if (xml == null || cells().anyMatch(cell -> !isPath(cell.title()))) {
                    faults.add(Text.of("须有根元素，每列须有元素路径", "it needs its elements and a path for every cell"));
                }
                if (!trailer.isEmpty()) {
                    faults.add(Text.of("XML 报文没有尾行", "an XML message has no trailer"));
                }
            }
            case PAIN_001 -> faults.add(Text.of("pain.001 由国际标准规定", "pain.001 is laid down by its standard"));
        }
        return faults;
    }

    List<String> lineTitles() {
        return line.stream()
                .map(cell -> Objects.requireNonNullElse(cell.title(), ""))
                .toList();
    }

    private Stream<Cell> cells() {
        return Stream.of(header, line, trailer).flatMap(List::stream);
    }

    private static boolean isPath(String title) {
        return title != null && title.matches(Xml.PATH);
    }
}
