package cn.gov.zhuozhou.aid.chassis.document;

import java.util.BitSet;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A text in which each character without a glyph became its code point, such as {@code [U+20021]}: on an official list a name
 * may look odd but never be incomplete.
 *
 * @param replaced the code points that were replaced
 */
record Printable(String text, SortedSet<String> replaced) {
    static Printable of(String text, BitSet drawn) {
        StringBuilder printable = new StringBuilder(text.length());
        SortedSet<String> replaced = new TreeSet<>();
        text.codePoints().forEach(c -> {
            if (drawn.get(c) || c == '\n' || c == '\r' || c == '\t') {
                printable.appendCodePoint(c);
            } else {
                String shown = "U+%04X".formatted(c);
                replaced.add(shown);
                printable.append('[').append(shown).append(']');
            }
        });
        return new Printable(printable.toString(), replaced);
    }
}
