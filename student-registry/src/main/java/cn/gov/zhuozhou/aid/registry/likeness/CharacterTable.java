package cn.gov.zhuozhou.aid.registry.likeness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ibm.icu.text.Transliterator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is known of characters: simplified form and sound from ICU (CLDR data), variant and look-alike forms from {@code
 * variants.csv}, whose lines name their source.
 */
final class CharacterTable {
    private record Pair(int one, int other) {
        static Pair of(int a, int b) {
            return new Pair(Math.min(a, b), Math.max(a, b));
        }
    }

    /** A rare character and the parts it is written as by those whose system lacks it. */
    record Split(String character, String parts) {}

    private static final Set<Integer> SIGNS =
            Set.copyOf("?*＊？□■▢〓○●◇◆〇·.\uFFFDXx".codePoints().boxed().toList());
    private static final int FIRST_HAN = 0x2E80;

    private final Map<Pair, Likeness> pairs = new HashMap<>();
    private final List<Split> splits = new ArrayList<>();
    private final Map<Integer, String> simplified = new ConcurrentHashMap<>();
    private final Map<Integer, String> sounds = new ConcurrentHashMap<>();
    private final Map<Integer, Boolean> common = new ConcurrentHashMap<>();
    private final Transliterator simplifier = Transliterator.getInstance("Traditional-Simplified");
    private final Transliterator pinyin = Transliterator.getInstance("Han-Latin; Latin-ASCII; Lower");

    CharacterTable() {
        var resource = Objects.requireNonNull(CharacterTable.class.getResourceAsStream("variants.csv"));
        try (var lines = new BufferedReader(new InputStreamReader(resource, UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(this::take);
        } catch (IOException e) {
            throw new IllegalStateException("variants.csv cannot be read", e);
        }
    }

    List<Split> splits() {
        return splits;
    }

    /** How two different characters come to stand for each other; null where they do not. */
    Likeness of(int one, int other) {
        if ((isPlaceholder(one) && isRare(other)) || (isPlaceholder(other) && isRare(one))) {
            return Likeness.RARE_CHARACTER_REPLACED;
        }
        if (simplified(one).equals(simplified(other))) {
            return Likeness.TRADITIONAL_SIMPLIFIED;
        }
        Likeness known = pairs.get(Pair.of(one, other));
        if (known == null) {
            known = pairs.get(
                    Pair.of(simplified(one).codePointAt(0), simplified(other).codePointAt(0)));
        }
        if (known != null) {
            return known;
        }
        return isHan(one) && isHan(other) && sound(one).equals(sound(other)) ? Likeness.HOMOPHONE : null;
    }

    static boolean isPlaceholder(int character) {
        return SIGNS.contains(character) || Character.getType(character) == Character.PRIVATE_USE;
    }

    /** Outside GB 2312, which is all that older systems can hold; a private-use character stands for one of these. */
    boolean isRare(int character) {
        return isHan(character) && !common.computeIfAbsent(character, CharacterTable::isInOldCharset);
    }

    private String simplified(int character) {
        return simplified.computeIfAbsent(character, c -> simplifier.transliterate(Character.toString(c)));
    }

    /** Without the tone; one reading of several, the most frequent. */
    private String sound(int character) {
        return sounds.computeIfAbsent(character, c -> pinyin.transliterate(Character.toString(c)));
    }

    private static boolean isHan(int character) {
        return character >= FIRST_HAN && Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
    }

    private static boolean isInOldCharset(int character) {
        CharsetEncoder encoder = Charset.forName("GB2312").newEncoder();
        return encoder.canEncode(Character.toString(character));
    }

    private void take(String line) {
        List<String> cells = List.of(line.split(",", -1));
        Likeness kind = Likeness.valueOf(cells.get(0));
        if (kind == Likeness.RARE_CHARACTER_SPLIT) {
            splits.add(new Split(cells.get(1), cells.get(2)));
        } else {
            pairs.put(Pair.of(cells.get(1).codePointAt(0), cells.get(2).codePointAt(0)), kind);
        }
    }
}
