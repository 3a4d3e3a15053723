package cn.gov.zhuozhou.aid.chassis;

import java.util.regex.Pattern;

/** Numbers that identify a person, as working lists show them: the last four characters only. */
public final class Masked {
    private static final int SHOWN = 4;
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9A-Za-z\\uFF10-\\uFF19]{12,}");

    private Masked() {}

    public static String number(String number) {
        if (number == null || number.isEmpty()) {
            return number;
        }
        int hidden = Math.max(0, number.length() - SHOWN);
        return "*".repeat(hidden) + number.substring(hidden);
    }

    /** Any text from outside, with everything in it that could be such a number masked. */
    public static String anywhere(String text) {
        return text == null ? null : LONG_NUMBER.matcher(text).replaceAll(found -> number(found.group()));
    }
}
