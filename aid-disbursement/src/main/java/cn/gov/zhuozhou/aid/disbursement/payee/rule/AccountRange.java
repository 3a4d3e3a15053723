package cn.gov.zhuozhou.aid.disbursement.payee.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How account numbers that begin alike are written.
 *
 * @param luhn whether the last digit checks the others (ISO/IEC 7812-1), as on cards; passbooks have none
 */
public record AccountRange(String prefix, int shortest, int longest, boolean luhn) {
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final int FULL_WIDTH_ZERO = '０';

    /** A number without the spaces and dashes people write into it, in half width. */
    public static String plain(String written) {
        StringBuilder plain = new StringBuilder();
        written.codePoints()
                .filter(c -> !Character.isSpaceChar(c) && !Character.isWhitespace(c) && c != '-' && c != '\'')
                .map(c -> c >= FULL_WIDTH_ZERO && c <= '９' ? c - FULL_WIDTH_ZERO + '0' : c)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** What is wrong with a plain number; the longest prefix it begins with decides. */
    public static Optional<Finding> fault(String number, List<AccountRange> ranges) {
        if (!DIGITS.matcher(number).matches()) {
            return Optional.of(Finding.NUMBER_CHARACTERS);
        }
        Optional<AccountRange> range = ranges.stream()
                .filter(one -> number.startsWith(one.prefix()))
                .max(Comparator.comparingInt(one -> one.prefix().length()));
        boolean fits = range.filter(one -> number.length() >= one.shortest() && number.length() <= one.longest())
                .isPresent();
        if (!fits) {
            return Optional.of(Finding.NUMBER_LENGTH);
        }
        return range.get().luhn() && !passesLuhn(number) ? Optional.of(Finding.NUMBER_CHECK_DIGIT) : Optional.empty();
    }

    private static boolean passesLuhn(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
