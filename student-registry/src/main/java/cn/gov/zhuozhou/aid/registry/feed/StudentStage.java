package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.crypto.FieldCryptoSession;
import cn.gov.zhuozhou.aid.chassis.tabular.Row;
import cn.gov.zhuozhou.aid.registry.feed.row.EnrolmentRow;
import cn.gov.zhuozhou.aid.registry.feed.row.RowReading;
import cn.gov.zhuozhou.aid.registry.identification.rule.EnrolmentState;
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
    public void write(BinaryCopy copy, Row row, RowReading reading, boolean ends) throws SQLException {
        switch (reading) {
            case RowReading.Accepted accepted -> write(copy, row.line(), (EnrolmentRow) accepted.row(), ends);
            case RowReading.Refused refused -> {
                copy.row(FIELDS).integer(row.line()).nulls(22).text(RefusalTexts.stored(refused.reasons()));
                copy.bytes(SealedCells.seal(row.cells(), crypto));
            }
        }
    }

    private void write(BinaryCopy copy, int line, EnrolmentRow row, boolean ends) throws SQLException {
        EnrolmentState state = ends ? ended(row.state()) : row.state();
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
        copy.integer(row.grade()).text(row.className()).bool(row.boarding()).code(state);
        copy.bool(row.leftBehind())
                .code(row.householdKind())
                .text(row.householdTown())
                .text(row.householdVillage());
        copy.text(row.guardianName()).text(row.guardianRelation());
        copy.uuid(crypto.index("identity-number", guardian)).bytes(crypto.encrypt(guardian));
        copy.bytes(hash(row, state, identity, guardian)).nulls(2);
    }

    private byte[] hash(EnrolmentRow row, EnrolmentState state, String identity, String guardian) {
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
                state,
                row.leftBehind(),
                row.householdKind(),
                row.householdTown(),
                row.householdVillage(),
                row.guardianName(),
                guardian,
                row.guardianRelation());
    }

    /** Who is taken off the roll has left, unless his row says better how. */
    private static EnrolmentState ended(EnrolmentState written) {
        return switch (written) {
            case IN_SCHOOL, SUSPENDED -> EnrolmentState.LEFT;
            case TRANSFERRED, LEFT, GRADUATED -> written;
        };
    }

    private static String value(IdentityNumber number) {
        return number == null ? null : number.value();
    }
}
