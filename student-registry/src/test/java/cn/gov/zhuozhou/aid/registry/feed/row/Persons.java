package cn.gov.zhuozhou.aid.registry.feed.row;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Random;

/** Invented people; area code 999999 is never issued. */
final class Persons {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String FAMILY = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨";
    private static final String GIVEN = "一乙二十丁厂七卜人入八九几儿了力乃刀又三干于";
    private final Random random;
    private int sequence;

    Persons(long seed) {
        random = new Random(seed);
    }

    String name() {
        return "" + pick(FAMILY) + pick(GIVEN) + pick(GIVEN);
    }

    /** Never the same twice. */
    String number() {
        sequence++;
        LocalDate birth = LocalDate.of(1940, 1, 1).plusDays(sequence / 999L);
        return withCheck(
                "999999" + birth.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(sequence % 999 + 1));
    }

    static String withCheck(String body) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (body.charAt(i) - '0') * WEIGHTS[i];
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    static String withWrongCheck(String number) {
        char last = number.charAt(17);
        return number.substring(0, 17) + (last == '1' ? '2' : '1');
    }

    static String fullWidth(String text) {
        StringBuilder wide = new StringBuilder();
        text.chars().forEach(c -> wide.append((char) (c > ' ' && c < 127 ? c + 0xFEE0 : c)));
        return wide.toString();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    private char pick(String from) {
        return from.charAt(random.nextInt(from.length()));
    }
}
