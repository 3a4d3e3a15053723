package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.crypto.FieldCryptoSession;
import cn.gov.zhuozhou.aid.chassis.tabular.Row;
import cn.gov.zhuozhou.aid.registry.feed.row.RegisterRow;
import cn.gov.zhuozhou.aid.registry.feed.row.RowReading;
import java.sql.SQLException;
import java.util.BitSet;

/**
 * Stages whole those rows of a register that say something new. A register that comes again says the same in nearly all its
 * rows, so sealing and copying them would be most of the work and for nothing.
 */
final class RegisterNews implements Stage {
    private static final int FIELDS = 13;

    private final FieldCryptoSession crypto;
    private final BitSet lines;
    private final LastIndex households;
    private final LastIndex heads;

    /** @param lines of the rows that are new or changed, all of them accepted */
    RegisterNews(FieldCryptoSession crypto, BitSet lines) {
        this.crypto = crypto;
        this.lines = lines;
        households = new LastIndex(crypto, "household-no");
        heads = new LastIndex(crypto, "identity-number");
    }

    @Override
    public String table() {
        return "register_news";
    }

    @Override
    public String preparation() {
        return RegisterMerge.NEWS;
    }

    @Override
    public boolean takes(int line) {
        return lines.get(line);
    }

    @Override
    public void write(BinaryCopy copy, Row row, RowReading reading, boolean ends) throws SQLException {
        RegisterRow entry = (RegisterRow) ((RowReading.Accepted) reading).row();
        copy.row(FIELDS)
                .integer(row.line())
                .uuid(households.of(entry.householdNo()))
                .uuid(heads.of(entry.head() == null ? null : entry.head().value()));
        copy.text(entry.memberName())
                .text(entry.headName())
                .code(entry.area())
                .text(entry.town())
                .text(entry.village());
        copy.code(entry.relation()).date(entry.member().birthDate()).code(entry.category());
        copy.json(RegisterDetails.json(entry)).bytes(SealedCells.seal(row.cells(), crypto));
    }
}
