package cn.gov.zhuozhou.aid.registry.identity;

import java.text.Normalizer;

/** Names as people write them, made comparable: no spaces inside Chinese names, one kind of middle dot, half-width letters. */
public final class PersonName {
    private static final String DOTS = "\u00B7\u2022\u2027\u2219\u22C5\u30FB\uFF65\u0387\u2024\uFF0E\u25CF.";
    private static final char DOT = '\u00B7';

    private PersonName() {}

    /** The name in its one form; empty where there is none. */
    public static String normalised(String raw) {
        if (raw == null || raw.isEmpty() || isPlain(raw)) {
            return raw == null ? "" : raw;
        }
        String text = Normalizer.normalize(raw, Normalizer.Form.NFKC);
        StringBuilder name = new StringBuilder(text.length());
        boolean spaced = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Cleaned.isDropped(c)) {
                spaced |= c <= ' ' || Character.isSpaceChar(c) || Character.isWhitespace(c);
                continue;
            }
            if (spaced && !name.isEmpty() && isLatin(c) && isLatin(name.charAt(name.length() - 1))) {
                name.append(' ');
            }
            spaced = false;
            append(name, DOTS.indexOf(c) >= 0 ? DOT : c);
        }
        return trimmed(name);
    }

    private static void append(StringBuilder name, char c) {
        boolean twice = c == DOT && (name.isEmpty() || name.charAt(name.length() - 1) == DOT);
        if (!twice) {
            name.append(c);
        }
    }

    private static String trimmed(StringBuilder name) {
        if (!name.isEmpty() && name.charAt(name.length() - 1) == DOT) {
            name.setLength(name.length() - 1);
        }
        return name.toString();
    }

    /** Latin letters keep the space between words. */
    private static boolean isLatin(char c) {
        return Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
    }

    private static boolean isPlain(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c < '\u4E00' || c > '\u9FFF') {
                return false;
            }
        }
        return true;
    }
}
