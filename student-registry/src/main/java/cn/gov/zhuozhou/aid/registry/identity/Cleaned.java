package cn.gov.zhuozhou.aid.registry.identity;

/** Numbers as people and spreadsheets write them, made plain. */
final class Cleaned {
    private static final int FULL_WIDTH = 0xFF01 - '!';

    private Cleaned() {}

    /** Without spaces and marks, half-width, upper case; the same object where nothing is to be done. */
    static String number(String raw) {
        if (isPlain(raw)) {
            return raw;
        }
        StringBuilder plain = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c >= '\uFF01' && c <= '\uFF5E') {
                c = (char) (c - FULL_WIDTH);
            }
            if (isDropped(c) || (c == '\'' && plain.isEmpty())) {
                continue;
            }
            plain.append(c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
        }
        return plain.toString();
    }

    /** Spaces of every kind, zero-width characters and control characters. */
    static boolean isDropped(char c) {
        return c <= ' '
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.CONTROL;
    }

    private static boolean isPlain(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if ((c < '0' || c > '9') && (c < 'A' || c > 'Z')) {
                return false;
            }
        }
        return true;
    }

    static boolean isDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** A long number that a spreadsheet has turned into an exponent, such as {@code 1.30681E+17}. */
    static boolean isSpreadsheetNumber(String plain) {
        int e = plain.indexOf('E');
        if (e < 1 || e == plain.length() - 1) {
            return false;
        }
        for (int i = 0; i < e; i++) {
            char c = plain.charAt(i);
            if ((c < '0' || c > '9') && c != '.') {
                return false;
            }
        }
        int exponent = plain.charAt(e + 1) == '+' ? e + 2 : e + 1;
        return exponent < plain.length() && isDigits(plain, exponent, plain.length());
    }

    static String masked(String number) {
        int shown = Math.min(4, number.length() / 3);
        return "*".repeat(number.length() - shown) + number.substring(number.length() - shown);
    }
}
