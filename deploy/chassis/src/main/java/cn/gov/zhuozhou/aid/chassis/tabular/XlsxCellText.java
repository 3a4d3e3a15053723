package cn.gov.zhuozhou.aid.chassis.tabular;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/**
 * The text of a workbook cell: plain numbers without exponent, dates as {@code 2019-03-01}. A number with more digits than a
 * spreadsheet keeps is shown with exponent, as the spreadsheet shows it: its last digits are lost and must not pass for real.
 */
final class XlsxCellText {
    private static final MathContext SPREADSHEET_DIGITS = new MathContext(15);
    private final Map<String, Boolean> dateFormats = new HashMap<>();

    String of(Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        String raw = cell.getRawValue();
        return switch (cell.getType()) {
            case NUMBER -> number(cell, raw);
            case FORMULA -> cell.getValue() instanceof BigDecimal ? number(cell, raw) : shown(cell);
            case BOOLEAN -> "1".equals(raw) || "true".equalsIgnoreCase(raw) ? "TRUE" : "FALSE";
            case STRING, ERROR, EMPTY -> shown(cell);
        };
    }

    private static String shown(Cell cell) {
        String text = cell.getText();
        return text == null ? "" : text;
    }

    private String number(Cell cell, String raw) {
        if (raw == null || raw.isBlank()) {
            return "";
        }
        if (isDate(cell)) {
            try {
                return date(cell.asDate());
            } catch (DateTimeException | IllegalArgumentException e) {
                return raw;
            }
        }
        if (isExactInteger(raw)) {
            return raw;
        }
        BigDecimal value = new BigDecimal(raw);
        BigDecimal kept = value.round(SPREADSHEET_DIGITS).stripTrailingZeros();
        boolean digitsLost = kept.precision() - kept.scale() > SPREADSHEET_DIGITS.getPrecision();
        return digitsLost ? String.format(Locale.ROOT, "%.5E", value) : kept.toPlainString();
    }

    /** Written digit by digit by a program, not by a spreadsheet, which leaves zeros where it lost digits. */
    private static boolean isExactInteger(String raw) {
        if (raw.length() > 20 || (raw.length() > 15 && raw.endsWith("000"))) {
            return false;
        }
        return raw.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private boolean isDate(Cell cell) {
        Integer id = cell.getDataFormatId();
        String format = cell.getDataFormatString();
        if (id != null && ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))) {
            return true;
        }
        return format != null && dateFormats.computeIfAbsent(format, XlsxCellText::formatsDate);
    }

    private static boolean formatsDate(String format) {
        String bare = format.replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]", "").toLowerCase(Locale.ROOT);
        return bare.indexOf('y') >= 0 || (bare.indexOf('m') >= 0 && bare.indexOf('d') >= 0);
    }

    private static String date(LocalDateTime at) {
        return at.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? at.toLocalDate().toString()
                : at.toLocalDate() + " " + at.toLocalTime().withNano(0);
    }
}
