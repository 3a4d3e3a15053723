package cn.gov.zhuozhou.aid.registry.feed.row;

import java.util.Set;

/** Rows that sum up and are no persons. */
final class TotalRows {
    private static final Set<String> WORDS = Set.of("合计", "总计", "小计", "共计");

    private TotalRows() {}

    /** Whether a row begins with such a word, as {@code 合 计}, {@code 合计:} or {@code 合计249人}. */
    static boolean isTotal(String firstFilled) {
        if (firstFilled.isEmpty() || beginsWithCode(firstFilled.charAt(0))) {
            return false;
        }
        String plain = CodeTable.plain(firstFilled);
        if (plain.length() < 2 || !WORDS.contains(plain.substring(0, 2))) {
            return false;
        }
        return plain.length() == 2 || !Character.isIdeographic(plain.charAt(2));
    }

    /** The usual case, told apart without further ado. */
    private static boolean beginsWithCode(char first) {
        return first > ' ' && first < '\u3000';
    }
}
