package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.tabular.Row;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * One row of a civil-affairs register as a message ({@code civilaffairs.RegisterEntryChanged.v1}). It says the same as a line of
 * the file, so it becomes that line and takes the same way.
 */
record RegisterEntryChange(
        @JsonProperty(required = true) Register register,
        @JsonProperty(required = true) Change change,
        String certificateNo,
        String area,
        String town,
        String village,
        String headName,
        String headIdNumber,
        String memberName,
        String memberIdNumber,
        String relation,
        String startMonth,
        BigDecimal monthlyAmountYuan,
        @JsonProperty(required = true) LocalDate asOf) {

    enum Register {
        @JsonProperty("dibao")
        DIBAO(Feed.DIBAO),
        @JsonProperty("tekun")
        TEKUN(Feed.TEKUN),
        @JsonProperty("orphan")
        ORPHAN(Feed.ORPHAN);

        private final Feed source;

        Register(Feed source) {
            this.source = source;
        }
    }

    enum Change {
        GRANTED,
        CHANGED,
        ENDED
    }

    Feed source() {
        return register.source;
    }

    boolean ends() {
        return change == Change.ENDED;
    }

    /** The line of the file that says the same. */
    Row asLine(int number) {
        return new Row(number, source().format().row(cells()).cells(), false);
    }

    private Map<String, String> cells() {
        Map<String, String> cells = new HashMap<>();
        put(cells, certificateNo, "低保证号", "特困证号", "儿童福利证号");
        put(cells, area, "城乡类别");
        put(cells, town, "乡镇街道");
        put(cells, village, "村居");
        put(cells, headName, "户主姓名");
        put(cells, headIdNumber, "户主身份证号");
        put(cells, memberName, "成员姓名", "姓名");
        put(cells, memberIdNumber, "成员身份证号", "身份证号");
        put(cells, relation, "与户主关系");
        put(cells, startMonth, "起始保障年月", "起始供养年月");
        put(cells, monthlyAmountYuan == null ? null : monthlyAmountYuan.toPlainString(), "月保障金额");
        return cells;
    }

    private static void put(Map<String, String> cells, String value, String... columns) {
        if (value != null) {
            for (String column : columns) {
                cells.put(column, value);
            }
        }
    }
}
