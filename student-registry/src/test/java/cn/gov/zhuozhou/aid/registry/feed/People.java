package cn.gov.zhuozhou.aid.registry.feed;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Invented people: area code 999999 is never issued; check digits are right, no number is given out twice in a run. */
public final class People {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String NAMES = "安柏岑丹恩方戈禾吉可兰木宁欧平秋若森棠唯希言远泽";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private People() {}

    /** A child of school age. */
    public static String child() {
        return born(LocalDate.of(2009, 1, 1));
    }

    public static String adult() {
        return born(LocalDate.of(1978, 1, 1));
    }

    private static String born(LocalDate from) {
        int n = NEXT.incrementAndGet();
        LocalDate day = from.plusDays(n % 700);
        return numbered(day, n / 700 % 1000);
    }

    public static String numbered(LocalDate birth, int sequence) {
        String body = "999999" + birth.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(sequence);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (body.charAt(i) - '0') * WEIGHTS[i];
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    /** The same number with another check digit. */
    public static String misspelt(String number) {
        char last = number.charAt(17);
        return number.substring(0, 17) + (last == '0' ? '1' : '0');
    }

    public static String name() {
        var random = ThreadLocalRandom.current();
        StringBuilder name = new StringBuilder("试");
        for (int i = 0; i < 3; i++) {
            name.append(NAMES.charAt(random.nextInt(NAMES.length())));
        }
        return name.toString();
    }
}
