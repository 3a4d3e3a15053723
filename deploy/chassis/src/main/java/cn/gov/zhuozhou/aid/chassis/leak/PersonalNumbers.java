package cn.gov.zhuozhou.aid.chassis.leak;

import cn.gov.zhuozhou.aid.chassis.leak.Leak.Kind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which numbers of persons a text holds. Digits of any script and width count, and spaces, dashes, dots or line ends between
 * them do not hide a number. Check digits and dates keep ordinary numbers out.
 */
public final class PersonalNumbers {
    private static final String GAP = "[\\s\\p{Z}\\p{Pd}.·•_]{1,3}";
    private static final String MAYBE_GAP = "(?:" + GAP + ")?";
    /** Looked ahead for at every digit: numbers may stand glued to each other. */
    private static final Pattern EIGHTEEN =
            Pattern.compile("(?=([1-9](?:" + MAYBE_GAP + "\\d){16}" + MAYBE_GAP + "[\\dXx])([1-7][1-4](?!\\d))?)");

    private static final Pattern FIFTEEN = Pattern.compile("(?<!\\d)[1-9]\\d{5}(\\d{2})(\\d{2})(\\d{2})\\d{3}(?!\\d)");
    private static final Pattern MOBILE = Pattern.compile("(?<!\\d)(?:(?:\\+|00)?86" + MAYBE_GAP + ")?(?:1[3-9]\\d"
            + MAYBE_GAP + "\\d{4}" + MAYBE_GAP + "\\d{4}|1" + GAP + "[3-9](?:" + GAP + "\\d){9})(?!\\d)");
    private static final Pattern CARD = Pattern.compile("(?<!\\d)[34569](?:\\d{3}(?:" + MAYBE_GAP + "\\d{4}){3}(?:"
            + MAYBE_GAP + "\\d{1,3})?|(?:" + GAP + "\\d){15,18})(?!\\d)");
    private static final String CERTIFICATE_LETTERS = "GJL";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";
    private static final int OLDEST_YEAR = 1880;
    private static final int LATEST_YEAR = 2100;
    private static final int TWENTIETH_CENTURY = 1900;

    /** Kinds by the line they begin on, counted from 1. */
    public record Found(int line, Set<Kind> kinds) {}

    private PersonalNumbers() {}

    public static List<Found> in(String text) {
        String plain = withPlainDigits(text);
        var found = new TreeMap<Integer, Set<Kind>>();
        eighteen(plain, found);
        for (Matcher m = FIFTEEN.matcher(plain); m.find(); ) {
            if (isDate(TWENTIETH_CENTURY + number(m.group(1)), number(m.group(2)), number(m.group(3)))) {
                add(found, m.start(), Kind.IDENTITY);
            }
        }
        for (Matcher m = MOBILE.matcher(plain); m.find(); ) {
            add(found, m.start(), Kind.MOBILE);
        }
        for (Matcher m = CARD.matcher(plain); m.find(); ) {
            String number = digits(m.group());
            if (passesLuhn(number) && !isIdentityNumber(number)) {
                add(found, m.start(), Kind.BANK_CARD);
            }
        }
        return byLine(plain, found);
    }

    private static void eighteen(String plain, Map<Integer, Set<Kind>> found) {
        for (Matcher m = EIGHTEEN.matcher(plain); m.find(); ) {
            if (isIdentityNumber(digits(m.group(1)))) {
                boolean lettered = m.start() > 0 && CERTIFICATE_LETTERS.indexOf(plain.charAt(m.start() - 1)) >= 0;
                boolean certificate = lettered || m.group(2) != null;
                add(found, m.start(), certificate ? Kind.CERTIFICATE : Kind.IDENTITY);
            }
        }
    }

    private static boolean isIdentityNumber(String number) {
        if (number.length() != WEIGHTS.length + 1) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (number.charAt(i) - '0');
        }
        return CHECK_CHARACTERS.charAt(sum % CHECK_CHARACTERS.length()) == number.charAt(WEIGHTS.length)
                && isDate(
                        number(number.substring(6, 10)),
                        number(number.substring(10, 12)),
                        number(number.substring(12, 14)));
    }

    private static boolean isDate(int year, int month, int day) {
        try {
            return year >= OLDEST_YEAR && year < LATEST_YEAR && LocalDate.of(year, month, day) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean passesLuhn(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int twice = digit * 2;
            sum += i % 2 == 0 ? digit : twice > 9 ? twice - 9 : twice;
        }
        return sum % 10 == 0;
    }

    private static String withPlainDigits(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .map(c ->
                        Character.isDigit(c) ? '0' + Character.digit(c, 10) : c >= 'Ａ' && c <= 'ｚ' ? c - 'Ａ' + 'A' : c)
                .map(c -> c == '＋' ? '+' : c)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static String digits(String number) {
        StringBuilder digits = new StringBuilder(number.length());
        number.chars()
                .filter(c -> Character.isLetterOrDigit(c))
                .forEach(c -> digits.append((char) Character.toUpperCase(c)));
        return digits.toString();
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static void add(Map<Integer, Set<Kind>> found, int at, Kind kind) {
        found.computeIfAbsent(at, none -> EnumSet.noneOf(Kind.class)).add(kind);
    }

    private static List<Found> byLine(String plain, SortedMap<Integer, Set<Kind>> found) {
        var lines = new TreeMap<Integer, Set<Kind>>();
        int line = 1;
        int position = 0;
        for (var entry : found.entrySet()) {
            line += (int) plain.substring(position, entry.getKey())
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            position = entry.getKey();
            lines.computeIfAbsent(line, none -> EnumSet.noneOf(Kind.class)).addAll(entry.getValue());
        }
        List<Found> result = new ArrayList<>();
        lines.forEach((number, kinds) -> result.add(new Found(number, kinds)));
        return result;
    }
}
