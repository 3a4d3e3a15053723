package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.crypto.FieldCryptoSession;
import cn.gov.zhuozhou.aid.chassis.tabular.Row;
import cn.gov.zhuozhou.aid.registry.feed.row.RegisterRow;
import cn.gov.zhuozhou.aid.registry.feed.row.RowReading;
import cn.gov.zhuozhou.aid.registry.identification.rule.Category;
import cn.gov.zhuozhou.aid.registry.identity.IdentityNumber;
import java.sql.SQLException;
import java.util.UUID;

/** Stages rows of hardship registers. */
final class RegisterStage implements Stage {
    private static final int FIELDS = 19;

    private final FieldCryptoSession crypto;
    private final Category category;
    private final boolean ended;
    private final LastIndex households;
    private final LastIndex heads;

    /**
     * @param feed orphans come in the form of another register, so the feed decides about their category
     * @param ended whether the rows tell of an end
     */
    RegisterStage(Feed feed, FieldCryptoSession crypto, boolean ended) {
        this.crypto = crypto;
        this.category = feed == Feed.ORPHAN ? Category.ORPHAN : null;
        this.ended = ended;
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
    public void write(BinaryCopy copy, Row row, RowReading reading) throws SQLException {
        byte[] sealed = SealedCells.seal(row.cells(), crypto);
        switch (reading) {
            case RowReading.Accepted accepted -> write(copy, row.line(), sealed, (RegisterRow) accepted.row());
            case RowReading.Refused refused -> {
                UUID household = households.of(refused.householdNo());
                UUID head =
                        heads.of(refused.head() == null ? null : refused.head().value());
                String written = IdentityNumber.written(refused.person().number());
                UUID person = IdentityNumber.read(written)
                        .ifValid()
                        .map(number -> crypto.index("identity-number", number.value()))
                        .orElse(null);
                copy.row(FIELDS)
                        .integer(row.line())
                        .uuid(person)
                        .uuid(household)
                        .uuid(head);
                copy.text(
                        refused.person().name().isEmpty()
                                ? null
                                : refused.person().name());
                copy.nulls(5).date(IdentityNumber.writtenBirthDate(written).orElse(null));
                copy.nulls(2).bytes(sealed).nulls(1).text(RefusalTexts.stored(refused.reasons()));
                copy.bool(refused.maybeChild()).bool(ended);
                copy.bytes(written.isEmpty() ? null : crypto.encrypt(written));
            }
        }
    }

    private void write(BinaryCopy copy, int line, byte[] sealed, RegisterRow row) throws SQLException {
        String member = row.member().value();
        String head = row.head() == null ? null : row.head().value();
        UUID headIndex = heads.of(head);
        UUID person = member.equals(head) ? headIndex : crypto.index("identity-number", member);
        String details = RegisterDetails.json(row);
        Category held = category == null ? row.category() : category;
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
                .code(held)
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
                held,
                details));
        copy.text(null).bool(false).bool(ended).bytes(null);
    }
}
