package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.registry.feed.row.RegisterRow;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Map;

/** What only one register has, as JSON with keys in fixed order. Numbers of persons are left to the sealed row. */
final class RegisterDetails {
    private static final String PERSON_NUMBER = "personNo";

    private RegisterDetails() {}

    static String json(RegisterRow row) {
        var json = new StringBuilder(80)
                .append("{\"standing\":\"")
                .append(row.standing().name())
                .append('"');
        if (row.startMonth() != null) {
            json.append(",\"startMonth\":\"").append(row.startMonth()).append('"');
        }
        if (row.amountFen() != null) {
            json.append(",\"amountFen\":").append(row.amountFen().longValue());
        }
        for (Map.Entry<String, String> detail : row.details().entrySet()) {
            if (!PERSON_NUMBER.equals(detail.getKey())) {
                json.append(",\"").append(detail.getKey()).append("\":\"");
                json.append(JsonStringEncoder.getInstance().quoteAsString(detail.getValue()));
                json.append('"');
            }
        }
        return json.append('}').toString();
    }
}
