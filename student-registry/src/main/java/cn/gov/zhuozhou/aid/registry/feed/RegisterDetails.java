package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.crypto.FieldCryptoSession;
import cn.gov.zhuozhou.aid.registry.feed.row.RegisterRow;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Map;

/** What a row of a register says: all of it as a hash, and what only one register has as JSON with keys in fixed order. */
final class RegisterDetails {
    private static final char BETWEEN = '\u001f';
    private static final String PERSON_NUMBER = "personNo";

    private RegisterDetails() {}

    /** Of all a row says, its member's number included, as it is kept in {@code register_entry.row_hash}. */
    static byte[] hash(RegisterRow row, FieldCryptoSession crypto) {
        var said = new StringBuilder(160);
        said.append(row.member().value()).append(BETWEEN);
        said.append(row.householdNo()).append(BETWEEN);
        said.append(row.head() == null ? "" : row.head().value()).append(BETWEEN);
        said.append(row.memberName()).append(BETWEEN);
        said.append(row.headName()).append(BETWEEN);
        said.append(row.area()).append(BETWEEN);
        said.append(row.town()).append(BETWEEN);
        said.append(row.village()).append(BETWEEN);
        said.append(row.relation()).append(BETWEEN);
        said.append(row.category()).append(BETWEEN);
        said.append(row.standing()).append(BETWEEN);
        said.append(row.amountFen()).append(BETWEEN);
        if (row.startMonth() != null) {
            said.append(row.startMonth().getYear())
                    .append('-')
                    .append(row.startMonth().getMonthValue());
        }
        said.append(row.details());
        return RowHash.of(crypto, said.toString());
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
