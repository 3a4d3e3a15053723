package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.crypto.FieldCryptoSession;
import cn.gov.zhuozhou.aid.chassis.tabular.Row;
import cn.gov.zhuozhou.aid.registry.feed.row.RegisterRow;
import cn.gov.zhuozhou.aid.registry.feed.row.RowReading;
import java.sql.SQLException;

/**
 * Stages of the rows of a snapshot only a hash of what they say: a register that comes again says the same in nearly all of them,
 * so indexing, sealing and copying the rest would be most of the work and for nothing. A row that is refused, that ends something
 * or whose person may stand on the list already has no hash and so is looked at whole ({@link RegisterStage}).
 */
final class RegisterGlance implements Stage {
    private static final int FIELDS = 2;

    private final FieldCryptoSession crypto;
    private final NamedBefore named = new NamedBefore();

    RegisterGlance(FieldCryptoSession crypto) {
        this.crypto = crypto;
    }

    @Override
    public String table() {
        return "register_glance";
    }

    @Override
    public String preparation() {
        return RegisterMerge.GLANCE;
    }

    @Override
    public void write(BinaryCopy copy, Row row, RowReading reading, boolean ends) throws SQLException {
        copy.row(FIELDS).integer(row.line()).bytes(hash(reading, ends));
    }

    private byte[] hash(RowReading reading, boolean ends) {
        return switch (reading) {
            case RowReading.Accepted accepted -> {
                var entry = (RegisterRow) accepted.row();
                yield named.maybe(entry.member()) || ends ? null : RegisterDetails.hash(entry, crypto);
            }
            case RowReading.Refused refused -> null;
        };
    }
}
