package cn.gov.zhuozhou.aid.disbursement.policy;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.tabular.SheetWriter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A column of a policy sheet: how a property of a row's JSON is written into a cell and read from it.
 *
 * @param words how its codes are called
 */
record SheetColumn(String title, String property, Kind kind, Words words) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern SEPARATORS = Pattern.compile("\\s*[、,，;；]\\s*");
    private static final int HUNDREDTHS = 2;
    private static final long WHOLE = 100;
    private static final String YES = "是";
    private static final String NO = "否";

    /** What a cell holds. */
    enum Kind {
        TEXT("", ""),
        NUMBER("整数", "a whole number"),
        HUNDREDTHS("数字，至多两位小数", "a number with two decimals at most"),
        YES_NO("是或否", "是 or 否"),
        WORDS("", ""),
        DATE("日期，如 2019-03-03", "a date like 2019-03-03");

        private final Text expected;

        Kind(String zh, String en) {
            expected = Text.of(zh, en);
        }
    }

    static SheetColumn text(String title, String property) {
        return new SheetColumn(title, property, Kind.TEXT, Words.NONE);
    }

    static SheetColumn word(String title, String property, Words words) {
        return new SheetColumn(title, property, Kind.TEXT, words);
    }

    static SheetColumn list(String title, String property, Words words) {
        return new SheetColumn(title, property, Kind.WORDS, words);
    }

    static SheetColumn number(String title, String property) {
        return new SheetColumn(title, property, Kind.NUMBER, Words.NONE);
    }

    static SheetColumn yuan(String title, String property) {
        return new SheetColumn(title, property, Kind.HUNDREDTHS, Words.NONE);
    }

    static SheetColumn percent(String title, String property) {
        return new SheetColumn(title, property, Kind.HUNDREDTHS, Words.NONE);
    }

    static SheetColumn yesNo(String title, String property) {
        return new SheetColumn(title, property, Kind.YES_NO, Words.NONE);
    }

    static SheetColumn date(String title, String property) {
        return new SheetColumn(title, property, Kind.DATE, Words.NONE);
    }

    Text expected() {
        return kind.expected;
    }

    /** Null is an empty cell. */
    Object cell(JsonNode row) {
        JsonNode value = row.path(property);
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        return switch (kind) {
            case TEXT, DATE -> words.word(value.asText());
            case NUMBER -> value.asLong();
            case HUNDREDTHS -> fraction(value.asLong());
            case YES_NO -> value.asBoolean() ? YES : NO;
            case WORDS -> joined(value);
        };
    }

    /** Refuses with an {@link IllegalArgumentException} what it does not understand. */
    JsonNode value(String cell) {
        String plain = SheetWriter.unguarded(cell.strip());
        if (plain.isEmpty()) {
            return kind == Kind.WORDS ? JSON.arrayNode() : JSON.nullNode();
        }
        return switch (kind) {
            case TEXT -> JSON.textNode(words.code(plain));
            case DATE -> JSON.textNode(dated(plain).toString());
            case NUMBER -> JSON.numberNode(Integer.parseInt(plain));
            case HUNDREDTHS -> JSON.numberNode(hundredths(plain));
            case YES_NO -> JSON.booleanNode(isYes(plain));
            case WORDS -> split(plain);
        };
    }

    private static Number fraction(long hundredths) {
        return hundredths % WHOLE == 0
                ? (Number) (hundredths / WHOLE)
                : (Number) BigDecimal.valueOf(hundredths, HUNDREDTHS).stripTrailingZeros();
    }

    private String joined(JsonNode values) {
        List<String> named = new ArrayList<>();
        values.forEach(value -> named.add(words.word(value.asText())));
        return String.join("、", named);
    }

    private ArrayNode split(String cell) {
        ArrayNode values = JSON.arrayNode();
        SEPARATORS.splitAsStream(cell).map(words::code).forEach(code -> values.add(code));
        return values;
    }

    private static long hundredths(String cell) {
        try {
            return new BigDecimal(cell.replace(",", ""))
                    .movePointRight(HUNDREDTHS)
                    .longValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("more than two decimals", e);
        }
    }

    private static boolean isYes(String cell) {
        return switch (cell) {
            case YES -> true;
            case NO -> false;
            default -> throw new IllegalArgumentException("neither yes nor no");
        };
    }

    private static LocalDate dated(String cell) {
        try {
            return LocalDate.parse(cell);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a date", e);
        }
    }
}
