package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.crypto.FieldCryptoSession;
import cn.gov.zhuozhou.aid.registry.feed.row.RegisterRow;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Map;

/** What a row of a register says: all of it as a hash, and what only one register has as JSON with keys in fixed order. */
final class RegisterDetails {
    private static final String PERSON_NUMBER = "personNo";

    private RegisterDetails() {}

    /** Of all a row says, its member's number included, as it is kept in {@code register_entry.row_hash}. */
    static byte[] hash(RegisterRow row, FieldCryptoSession crypto) {
        return RowHash.of(
                crypto,
                row.member().value(),
                row.householdNo(),
                row.head() == null ? null : row.head().value(),
                row.memberName(),
                row.headName(),
                row.area(),
                row.town(),
                row.village(),
                row.relation(),
                row.category(),
                row.standing(),
                row.amountFen(),
                row.startMonth(),
                row.details());
    }

    /** Numbers of persons are left to the sealed row. */
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
