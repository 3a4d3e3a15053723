package cn.gov.zhuozhou.aid.registry.feed.row;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values as people write them. */
final class Plain {
    private static final Pattern MONTH = Pattern.compile("(\\d{4})[-./年]?(\\d{1,2})(?:月|[-./月]?\\d{1,2}日?)?(?: .*)?");
    private static final Pattern DAY =
            Pattern.compile("(\\d{4})(?:(\\d{2})(\\d{2})|[-./年](\\d{1,2})[-./月](\\d{1,2})日?)(?: .*)?");
    private static final Pattern AMOUNT = Pattern.compile("[¥￥]?(\\d{1,9}(?:\\.\\d{1,4})?)元?");
    private static final Pattern LEADING_NUMBER = Pattern.compile("\\D{0,4}(\\d{1,3})\\D*");
    private static final BigDecimal FEN = BigDecimal.valueOf(100);

    private Plain() {}

    /** Without spaces around it and in half width; the same object where nothing is to be done. */
    static String text(String raw) {
        boolean plain = true;
        for (int i = 0; i < raw.length() && plain; i++) {
            char c = raw.charAt(i);
            plain = (c > ' ' && c < 127) || (c >= '\u4E00' && c <= '\u9FFF');
        }
        return plain ? raw : Normalizer.normalize(raw, Normalizer.Form.NFKC).strip();
    }

    static Optional<YearMonth> month(String text) {
        if (text.length() == 6 && allDigits(text)) {
            return yearMonth(Integer.parseInt(text.substring(0, 4)), Integer.parseInt(text.substring(4)));
        }
        Matcher m = MONTH.matcher(text);
        return m.matches() ? yearMonth(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2))) : Optional.empty();
    }

    static Optional<LocalDate> day(String text) {
        Matcher m = DAY.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        String month = m.group(2) != null ? m.group(2) : m.group(4);
        String day = m.group(3) != null ? m.group(3) : m.group(5);
        try {
            return Optional.of(
                    LocalDate.of(Integer.parseInt(m.group(1)), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** An amount in yuan as fen. */
    static Optional<Long> fen(String text) {
        if (text.length() <= 9 && !text.isEmpty() && allDigits(text)) {
            return Optional.of(Long.parseLong(text) * 100);
        }
        Matcher m = AMOUNT.matcher(text.replace(",", ""));
        if (!m.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(m.group(1)).multiply(FEN).longValueExact());
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** The number in {@code 3}, {@code 3年级} or {@code 小学3}. */
    static OptionalInt number(String text) {
        Matcher m = LEADING_NUMBER.matcher(text);
        return m.matches() ? OptionalInt.of(Integer.parseInt(m.group(1))) : OptionalInt.empty();
    }

    private static Optional<YearMonth> yearMonth(int year, int month) {
        boolean plausible = year >= 1900 && year <= 2099 && month >= 1 && month <= 12;
        return plausible ? Optional.of(YearMonth.of(year, month)) : Optional.empty();
    }

    private static boolean allDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
