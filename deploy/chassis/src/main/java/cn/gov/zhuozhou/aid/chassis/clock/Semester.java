package cn.gov.zhuozhou.aid.chassis.clock;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A half of a school year, written {@code 2019-spring} or {@code 2018-autumn}. Spring runs from 1 March to 31 August,
 * autumn from 1 September to the end of February.
 */
public record Semester(int year, Half half) implements Comparable<Semester> {
    private static final Pattern CODE = Pattern.compile("(20\\d\\d)-(spring|autumn)");

    public enum Half {
        SPRING,
        AUTUMN
    }

    @JsonCreator
    public static Semester parse(String code) {
        Matcher m = CODE.matcher(code);
        if (!m.matches()) {
            throw new IllegalArgumentException("a semester is written like 2019-spring");
        }
        return new Semester(
                Integer.parseInt(m.group(1)), Half.valueOf(m.group(2).toUpperCase(Locale.ROOT)));
    }

    public static Semester of(LocalDate day) {
        Month month = day.getMonth();
        if (month.compareTo(Month.SEPTEMBER) >= 0) {
            return new Semester(day.getYear(), Half.AUTUMN);
        }
        return month.compareTo(Month.MARCH) >= 0
                ? new Semester(day.getYear(), Half.SPRING)
                : new Semester(day.getYear() - 1, Half.AUTUMN);
    }

    public LocalDate firstDay() {
        return half == Half.SPRING ? LocalDate.of(year, 3, 1) : LocalDate.of(year, 9, 1);
    }

    public Semester previous() {
        return half == Half.SPRING ? new Semester(year - 1, Half.AUTUMN) : new Semester(year, Half.SPRING);
    }

    public Semester next() {
        return half == Half.SPRING ? new Semester(year, Half.AUTUMN) : new Semester(year + 1, Half.SPRING);
    }

    @JsonValue
    public String code() {
        return year + "-" + half.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public int compareTo(Semester other) {
        return firstDay().compareTo(other.firstDay());
    }

    @Override
    public String toString() {
        return code();
    }
}
