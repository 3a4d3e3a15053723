package cn.gov.zhuozhou.aid.registry.identity;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/**
 * A citizen's identity number (GB 11643-1999): area, birth date, sequence, check character. {@code toString} is masked; the whole
 * number is given by {@link #value} only.
 */
public final class IdentityNumber {
    static final int LENGTH = 18;
    private static final int OLD_LENGTH = 15;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private final String value;

    private IdentityNumber(String value) {
        this.value = value;
    }

    /** Reads a number as found in a file; spaces, full-width digits and a lower-case x are no fault. */
    public static IdentityReading read(String raw) {
        if (raw == null) {
            return new IdentityReading.Refused(NumberFault.MISSING);
        }
        String plain = Cleaned.number(raw);
        NumberFault fault = fault(plain);
        if (fault != null) {
            return new IdentityReading.Refused(fault);
        }
        boolean old = plain.length() == OLD_LENGTH;
        return new IdentityReading.Valid(new IdentityNumber(old ? modern(plain) : plain), old);
    }

    /**
     * A number known to be right.
     *
     * @throws IllegalArgumentException otherwise; its message does not hold the text
     */
    public static IdentityNumber of(String text) {
        return read(text)
                .ifValid()
                .orElseThrow(() -> new IllegalArgumentException("the text is not a valid identity number"));
    }

    /** The birth date in a number as written, be the number right or not; empty where those digits are no date. */
    public static Optional<LocalDate> writtenBirthDate(String raw) {
        String plain = raw == null ? "" : Cleaned.number(raw);
        boolean readable = plain.length() == LENGTH && Cleaned.isDigits(plain, 6, 14) && isDate(plain.substring(6, 14));
        return readable ? Optional.of(dateIn(plain)) : Optional.empty();
    }

    /** A number as written, right or not, without spaces and marks, in half width. */
    public static String written(String raw) {
        return raw == null ? "" : Cleaned.number(raw);
    }

    /** All 18 characters. */
    public String value() {
        return value;
    }

    public LocalDate birthDate() {
        return dateIn(value);
    }

    public Sex sex() {
        return (value.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    /** Age in full years. */
    public int ageOn(LocalDate day) {
        return Period.between(birthDate(), day).getYears();
    }

    /** The last four characters, the rest starred. */
    public String masked() {
        return Cleaned.masked(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdentityNumber that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return masked();
    }

    private static LocalDate dateIn(String number) {
        return LocalDate.of(number(number, 6, 10), number(number, 10, 12), number(number, 12, 14));
    }

    private static NumberFault fault(String plain) {
        if (plain.isEmpty()) {
            return NumberFault.MISSING;
        }
        if (Cleaned.isSpreadsheetNumber(plain)) {
            return NumberFault.SPREADSHEET_NUMBER;
        }
        int length = plain.length();
        boolean checkLetter = length == LENGTH && plain.charAt(LENGTH - 1) == 'X';
        if (!Cleaned.isDigits(plain, 0, checkLetter ? LENGTH - 1 : length)) {
            return NumberFault.BAD_CHARACTERS;
        }
        if (length == OLD_LENGTH) {
            return isDate("19" + plain.substring(6, 12)) ? null : NumberFault.NOT_A_DATE;
        }
        if (length != LENGTH) {
            return NumberFault.WRONG_LENGTH;
        }
        if (plain.charAt(LENGTH - 1) != check(plain)) {
            return NumberFault.WRONG_CHECK_DIGIT;
        }
        return isDate(plain.substring(6, 14)) ? null : NumberFault.NOT_A_DATE;
    }

    /** The 15 digits were given to people born in the 20th century and have no check character. */
    private static String modern(String old) {
        String body = old.substring(0, 6) + "19" + old.substring(6);
        return body + check(body);
    }

    private static char check(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }

    private static boolean isDate(String yyyymmdd) {
        int year = number(yyyymmdd, 0, 4);
        int month = number(yyyymmdd, 4, 6);
        int day = number(yyyymmdd, 6, 8);
        if (year < 1850 || year > 2099 || month < 1 || month > 12 || day < 1 || day > DAYS[month - 1]) {
            return false;
        }
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month != 2 || day < 29 || leap;
    }

    private static int number(String digits, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + digits.charAt(i) - '0';
        }
        return number;
    }
}
