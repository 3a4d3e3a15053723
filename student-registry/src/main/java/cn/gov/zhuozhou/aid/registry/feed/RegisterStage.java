package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.crypto.FieldCryptoSession;
import cn.gov.zhuozhou.aid.chassis.tabular.Row;
import cn.gov.zhuozhou.aid.registry.feed.row.RegisterRow;
import cn.gov.zhuozhou.aid.registry.feed.row.RowReading;
import cn.gov.zhuozhou.aid.registry.identity.IdentityNumber;
import java.sql.SQLException;
import java.util.UUID;

/** Stages of each row of a hardship register who it is of and whether it says the same as before; refused rows whole. */
final class RegisterStage implements Stage {
    private static final int FIELDS = 11;

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
        switch (reading) {
            case RowReading.Accepted accepted -> write(copy, row.line(), (RegisterRow) accepted.row(), ends);
            case RowReading.Refused refused -> write(copy, row, refused, ends);
        }
    }

    private void write(BinaryCopy copy, int line, RegisterRow row, boolean ends) throws SQLException {
        String member = row.member().value();
        String head = row.head() == null ? null : row.head().value();
        copy.row(FIELDS)
                .integer(line)
                .uuid(member.equals(head) ? heads.of(head) : crypto.index("identity-number", member))
                .text(row.memberName())
                .date(row.member().birthDate());
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
                RegisterDetails.json(row)));
        copy.bool(ends).nulls(5);
    }

    /** With what can be read of the person, so that he may still be found by hand. */
    private void write(BinaryCopy copy, Row row, RowReading.Refused refused, boolean ends) throws SQLException {
        String written = IdentityNumber.written(refused.person().number());
        String name = refused.person().name();
        UUID person = IdentityNumber.read(written)
                .ifValid()
                .map(number -> crypto.index("identity-number", number.value()))
                .orElse(null);
        copy.row(FIELDS).integer(row.line()).uuid(person).text(name.isEmpty() ? null : name);
        copy.date(IdentityNumber.writtenBirthDate(written).orElse(null))
                .nulls(1)
                .bool(ends);
        copy.text(RefusalTexts.stored(refused.reasons()))
                .uuid(households.of(refused.householdNo()))
                .bool(refused.maybeChild());
        copy.bytes(SealedCells.seal(row.cells(), crypto)).bytes(written.isEmpty() ? null : crypto.encrypt(written));
    }
}
