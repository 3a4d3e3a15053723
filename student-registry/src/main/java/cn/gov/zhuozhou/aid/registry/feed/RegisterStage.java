package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.crypto.FieldCryptoSession;
import cn.gov.zhuozhou.aid.chassis.tabular.Row;
import cn.gov.zhuozhou.aid.registry.feed.row.RegisterRow;
import cn.gov.zhuozhou.aid.registry.feed.row.RowReading;
import cn.gov.zhuozhou.aid.registry.identity.IdentityNumber;
import java.sql.SQLException;
import java.util.UUID;

/** Stages rows of a hardship register, the refused ones too, except those that only say again what the register says. */
final class RegisterStage implements Stage {
    private static final int FIELDS = 19;
    private static final int OF_REFUSED_ONLY = 3;
    private static final int OF_ACCEPTED_ONLY = 9;

    private final FieldCryptoSession crypto;
    private final SaidBefore said;
    private final LastIndex households;
    private final LastIndex heads;

    RegisterStage(FieldCryptoSession crypto, SaidBefore said) {
        this.crypto = crypto;
        this.said = said;
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
            case RowReading.Accepted accepted -> write(copy, row, (RegisterRow) accepted.row(), ends);
            case RowReading.Refused refused -> write(copy, row, refused, ends);
        }
    }

    private void write(BinaryCopy copy, Row row, RegisterRow entry, boolean ends) throws SQLException {
        byte[] hash = RegisterDetails.hash(entry, crypto);
        if (!ends && said.isSaidBy(row.line(), hash, entry.member())) {
            return;
        }
        String member = entry.member().value();
        String head = entry.head() == null ? null : entry.head().value();
        UUID headIndex = heads.of(head);
        copy.row(FIELDS)
                .integer(row.line())
                .uuid(member.equals(head) ? headIndex : crypto.index("identity-number", member))
                .text(entry.memberName())
                .date(entry.member().birthDate());
        copy.bool(ends)
                .uuid(households.of(entry.householdNo()))
                .bytes(SealedCells.seal(row.cells(), crypto))
                .nulls(OF_REFUSED_ONLY);
        copy.bytes(hash)
                .uuid(headIndex)
                .text(entry.headName())
                .code(entry.area())
                .text(entry.town())
                .text(entry.village());
        copy.code(entry.relation()).code(entry.category()).json(RegisterDetails.json(entry));
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
        copy.date(IdentityNumber.writtenBirthDate(written).orElse(null)).bool(ends);
        copy.uuid(households.of(refused.householdNo())).bytes(SealedCells.seal(row.cells(), crypto));
        copy.text(RefusalTexts.stored(refused.reasons()))
                .bool(refused.maybeChild())
                .bytes(written.isEmpty() ? null : crypto.encrypt(written));
        copy.nulls(OF_ACCEPTED_ONLY);
    }
}
