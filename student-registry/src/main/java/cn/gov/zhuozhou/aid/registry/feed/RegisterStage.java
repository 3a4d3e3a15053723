package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.crypto.FieldCryptoSession;
import cn.gov.zhuozhou.aid.chassis.tabular.Row;
import cn.gov.zhuozhou.aid.registry.feed.row.RegisterRow;
import cn.gov.zhuozhou.aid.registry.feed.row.RowReading;
import java.sql.SQLException;
import java.util.UUID;

/** Stages rows of hardship registers. */
final class RegisterStage implements Stage {
    private static final int FIELDS = 18;

    private final FieldCryptoSession crypto;
    private final LastIndex households;
    private final LastIndex heads;

    RegisterStage(FieldCryptoSession crypto) {
        this.crypto = crypto;
        households = new LastIndex(crypto, "household-no");
        heads = new LastIndex(crypto, "identity-number");
    }

    @Override
    public String table() {
        return "register_stage";
    }

    @Override
    public String preparation() {
        return RegisterMerge.STAGE;
    }

    @Override
    public void write(BinaryCopy copy, Row row, RowReading reading, boolean ends) throws SQLException {
        byte[] sealed = SealedCells.seal(row.cells(), crypto);
        switch (reading) {
            case RowReading.Accepted accepted -> write(copy, row.line(), sealed, (RegisterRow) accepted.row(), ends);
            case RowReading.Refused refused -> {
                UUID household = households.of(refused.householdNo());
                UUID head =
                        heads.of(refused.head() == null ? null : refused.head().value());
                copy.row(FIELDS).integer(row.line()).uuid(null).uuid(household).uuid(head);
                copy.nulls(9).bytes(sealed).nulls(1).text(RefusalTexts.stored(refused.reasons()));
                copy.bool(refused.maybeChild()).bool(ends);
            }
        }
    }

    private void write(BinaryCopy copy, int line, byte[] sealed, RegisterRow row, boolean ends) throws SQLException {
        String member = row.member().value();
        String head = row.head() == null ? null : row.head().value();
        UUID headIndex = heads.of(head);
        UUID person = member.equals(head) ? headIndex : crypto.index("identity-number", member);
        String details = RegisterDetails.json(row);
        copy.row(FIELDS)
                .integer(line)
                .uuid(person)
                .uuid(households.of(row.householdNo()))
                .uuid(headIndex);
        copy.text(row.memberName())
                .text(row.headName())
                .code(row.area())
                .text(row.town())
                .text(row.village());
        copy.code(row.relation())
                .date(row.member().birthDate())
                .code(row.category())
                .json(details)
                .bytes(sealed);
        copy.bytes(RowHash.of(
                crypto,
                row.householdNo(),
                head,
                row.memberName(),
                row.headName(),
                row.area(),
                row.town(),
                row.village(),
                row.relation(),
                row.category(),
                details));
        copy.text(null).bool(false).bool(ends);
    }
}
