package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.crypto.FieldCryptoSession;
import cn.gov.zhuozhou.aid.chassis.tabular.Row;
import cn.gov.zhuozhou.aid.registry.feed.row.EnrolmentRow;
import cn.gov.zhuozhou.aid.registry.feed.row.RowReading;
import cn.gov.zhuozhou.aid.registry.identity.IdentityNumber;
import java.sql.SQLException;

/** Stages rows of enrolment. */
final class StudentStage implements Stage {
    private static final int FIELDS = 25;

    private final FieldCryptoSession crypto;

    StudentStage(FieldCryptoSession crypto) {
        this.crypto = crypto;
    }

    @Override
    public String table() {
        return "student_stage";
    }

    @Override
    public String preparation() {
        return StudentMerge.STAGE;
    }

    @Override
    public void write(BinaryCopy copy, Row row, RowReading reading) throws SQLException {
        switch (reading) {
            case RowReading.Accepted accepted -> write(copy, row.line(), (EnrolmentRow) accepted.row());
            case RowReading.Refused refused -> {
                copy.row(FIELDS).integer(row.line()).nulls(22).text(RefusalTexts.stored(refused.reasons()));
                copy.bytes(SealedCells.seal(row.cells(), crypto));
            }
        }
    }

    private void write(BinaryCopy copy, int line, EnrolmentRow row) throws SQLException {
        String number = row.studentNumber().value();
        String identity = value(row.identity());
        String guardian = value(row.guardianIdentity());
        copy.row(FIELDS).integer(line);
        copy.uuid(crypto.index("student-number", number)).bytes(crypto.encrypt(number));
        copy.uuid(crypto.index("identity-number", identity)).bytes(crypto.encrypt(identity));
        copy.text(row.name())
                .code(row.sex())
                .date(row.birthDate())
                .text(row.schoolCode())
                .code(row.stage());
        copy.integer(row.grade()).text(row.className()).bool(row.boarding()).code(row.state());
        copy.bool(row.leftBehind())
                .code(row.householdKind())
                .text(row.householdTown())
                .text(row.householdVillage());
        copy.text(row.guardianName()).text(row.guardianRelation());
        copy.uuid(crypto.index("identity-number", guardian)).bytes(crypto.encrypt(guardian));
        copy.bytes(hash(row, identity, guardian)).nulls(2);
    }

    private byte[] hash(EnrolmentRow row, String identity, String guardian) {
        return RowHash.of(
                crypto,
                identity,
                row.name(),
                row.sex(),
                row.birthDate(),
                row.schoolCode(),
                row.stage(),
                row.grade(),
                row.className(),
                row.boarding(),
                row.state(),
                row.leftBehind(),
                row.householdKind(),
                row.householdTown(),
                row.householdVillage(),
                row.guardianName(),
                guardian,
                row.guardianRelation());
    }

    private static String value(IdentityNumber number) {
        return number == null ? null : number.value();
    }
}
