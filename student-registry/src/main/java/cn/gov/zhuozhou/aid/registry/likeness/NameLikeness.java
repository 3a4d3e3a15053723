package cn.gov.zhuozhou.aid.registry.likeness;

import cn.gov.zhuozhou.aid.registry.identity.PersonName;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How two names may be one person's, character by character. */
public final class NameLikeness {
    private static final CharacterTable TABLE = new CharacterTable();

    private NameLikeness() {}

    /**
     * The ways in which the names differ, in the order of {@link Likeness}; empty where they are equal or where nothing known
     * explains the difference.
     */
    public static List<Likeness> of(String one, String other) {
        String a = PersonName.normalised(one);
        String b = PersonName.normalised(other);
        if (a.isEmpty() || b.isEmpty() || a.equals(b)) {
            return List.of();
        }
        if (withoutDots(a).equals(withoutDots(b))) {
            return List.of(Likeness.MIDDLE_DOT);
        }
        if (withoutRare(a).equals(b) || withoutRare(b).equals(a)) {
            return List.of(Likeness.RARE_CHARACTER_DROPPED);
        }
        Set<Likeness> found = EnumSet.noneOf(Likeness.class);
        String joinedA = joined(a, b, found);
        String joinedB = joined(b, a, found);
        return characters(joinedA, joinedB, found) ? List.copyOf(found) : List.of();
    }

    private static boolean characters(String a, String b, Set<Likeness> found) {
        int[] x = a.codePoints().toArray();
        int[] y = b.codePoints().toArray();
        if (x.length != y.length) {
            return false;
        }
        if (isSwapped(x, y)) {
            found.add(Likeness.CHARACTERS_SWAPPED);
            return true;
        }
        int certain = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] == y[i]) {
                certain++;
                continue;
            }
            Likeness how = TABLE.of(x[i], y[i]);
            if (how == null) {
                return false;
            }
            found.add(how);
            certain += how == Likeness.TRADITIONAL_SIMPLIFIED || how == Likeness.VARIANT_FORM ? 1 : 0;
        }
        return certain > 0;
    }

    /** Parts written for a rare character, joined again, and several signs for one character made one. */
    private static String joined(String name, String other, Set<Likeness> found) {
        String joined = name;
        for (CharacterTable.Split split : TABLE.splits()) {
            if (joined.contains(split.parts()) && other.contains(split.character())) {
                joined = joined.replace(split.parts(), split.character());
                found.add(Likeness.RARE_CHARACTER_SPLIT);
            }
        }
        return joined.codePointCount(0, joined.length()) > other.codePointCount(0, other.length())
                ? withOneSign(joined)
                : joined;
    }

    private static String withOneSign(String name) {
        StringBuilder shorter = new StringBuilder();
        boolean before = false;
        for (int c : name.codePoints().toArray()) {
            boolean sign = CharacterTable.isPlaceholder(c);
            if (!sign || !before) {
                shorter.appendCodePoint(c);
            }
            before = sign;
        }
        return shorter.toString();
    }

    private static boolean isSwapped(int[] x, int[] y) {
        for (int i = 1; i + 1 < x.length; i++) {
            boolean swapped = x[i] != y[i] && x[i] == y[i + 1] && x[i + 1] == y[i];
            if (swapped && differences(x, y) == 2) {
                return true;
            }
        }
        return false;
    }

    private static int differences(int[] x, int[] y) {
        int differences = 0;
        for (int i = 0; i < x.length; i++) {
            differences += x[i] == y[i] ? 0 : 1;
        }
        return differences;
    }

    private static String withoutDots(String name) {
        return name.replace("·", "").replace(" ", "");
    }

    private static String withoutRare(String name) {
        StringBuilder common = new StringBuilder();
        name.codePoints().filter(c -> !TABLE.isRare(c)).forEach(common::appendCodePoint);
        return common.toString();
    }
}
