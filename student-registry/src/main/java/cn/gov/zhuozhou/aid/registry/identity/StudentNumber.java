package cn.gov.zhuozhou.aid.registry.identity;

import java.util.Optional;

/**
 * A pupil's national student number (学籍号): {@code G} and the identity number he entered with, {@code J} a generated number, or
 * {@code L} a temporary one. One for life, though the identity number may change. Personal data like that number; {@code
 * toString} is masked.
 */
public final class StudentNumber {
    private static final int LENGTH = 19;
    private static final String KINDS = "GJL";

    private final String value;

    /** What its first letter says. */
    public enum Kind {
        /** {@code G}: from an identity number. */
        FORMAL,
        /** {@code J}: generated for a pupil without an identity number. */
        GENERATED,
        /** {@code L}: until the formal one is given; of equal effect. */
        TEMPORARY
    }

    private StudentNumber(String value) {
        this.value = value;
    }

    /** Reads a number as found in a file. */
    public static Reading read(String raw) {
        String plain = raw == null ? "" : Cleaned.number(raw);
        NumberFault fault = fault(plain);
        return fault == null ? new Reading.Valid(new StudentNumber(plain)) : new Reading.Refused(fault);
    }

    /**
     * A number known to be right.
     *
     * @throws IllegalArgumentException otherwise; its message does not hold the text
     */
    public static StudentNumber of(String text) {
        if (read(text) instanceof Reading.Valid valid) {
            return valid.number();
        }
        throw new IllegalArgumentException("the text is not a valid student number");
    }

    /** All 19 characters. */
    public String value() {
        return value;
    }

    public Kind kind() {
        return switch (value.charAt(0)) {
            case 'G' -> Kind.FORMAL;
            case 'J' -> Kind.GENERATED;
            default -> Kind.TEMPORARY;
        };
    }

    /** The identity number it was formed from; it may have changed since. */
    public Optional<IdentityNumber> enteredWith() {
        return value.charAt(0) == 'G' ? IdentityNumber.read(value.substring(1)).ifValid() : Optional.empty();
    }

    public String masked() {
        return Cleaned.masked(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StudentNumber that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return masked();
    }

    private static NumberFault fault(String plain) {
        if (plain.isEmpty()) {
            return NumberFault.MISSING;
        }
        if (Cleaned.isSpreadsheetNumber(plain)) {
            return NumberFault.SPREADSHEET_NUMBER;
        }
        if (KINDS.indexOf(plain.charAt(0)) < 0) {
            return NumberFault.BAD_CHARACTERS;
        }
        if (plain.length() != LENGTH) {
            return NumberFault.WRONG_LENGTH;
        }
        if (plain.charAt(0) == 'G') {
            return IdentityNumber.read(plain.substring(1)) instanceof IdentityReading.Refused refused
                    ? refused.fault()
                    : null;
        }
        boolean checkLetter = plain.charAt(LENGTH - 1) == 'X';
        return Cleaned.isDigits(plain, 1, checkLetter ? LENGTH - 1 : LENGTH) ? null : NumberFault.BAD_CHARACTERS;
    }

    /** What became of a text that should be a student number. */
    public sealed interface Reading {
        /** A number to be used. */
        record Valid(StudentNumber number) implements Reading {}

        /** A text to be refused. */
        record Refused(NumberFault fault) implements Reading {}
    }
}
