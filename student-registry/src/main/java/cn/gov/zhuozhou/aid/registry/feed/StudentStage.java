package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.crypto.FieldCryptoSession;
import cn.gov.zhuozhou.aid.chassis.tabular.Row;
import cn.gov.zhuozhou.aid.registry.feed.row.EnrolmentFormat;
import cn.gov.zhuozhou.aid.registry.feed.row.EnrolmentRow;
import cn.gov.zhuozhou.aid.registry.feed.row.EnrolmentRow.Guardian;
import cn.gov.zhuozhou.aid.registry.feed.row.RowReading;
import cn.gov.zhuozhou.aid.registry.identification.rule.EnrolmentState;
import cn.gov.zhuozhou.aid.registry.identity.IdentityNumber;
import cn.gov.zhuozhou.aid.registry.identity.StudentNumber;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Stages rows of enrolment. */
final class StudentStage implements Stage {
    private static final int FIELDS = 35;

    /** As many as the registration keeps. */
    private static final int GUARDIANS = 2;

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
                String number =
                        EnrolmentFormat.numberOf(row).map(StudentNumber::value).orElse(null);
                copy.row(FIELDS).integer(row.line()).uuid(crypto.index("student-number", number));
                copy.nulls(31).text(RefusalTexts.stored(refused.reasons()));
                copy.bytes(SealedCells.seal(row.cells(), crypto));
            }
        }
    }

    private void write(BinaryCopy copy, int line, EnrolmentRow row, boolean ends) throws SQLException {
        EnrolmentState state = ends ? ended(row.state()) : row.state();
        String number = row.studentNumber().value();
        String identity = value(row.identity());
        copy.row(FIELDS).integer(line);
        copy.uuid(crypto.index("student-number", number)).bytes(crypto.encrypt(number));
        identity(copy, identity);
        identity(copy, enteredWith(row));
        copy.text(row.name())
                .code(row.sex())
                .date(row.birthDate())
                .text(row.schoolCode())
                .code(row.stage());
        copy.integer(row.grade()).text(row.className()).bool(row.boarding()).code(state);
        copy.code(row.entryMode()).code(row.disability());
        copy.bool(row.leftBehind())
                .code(row.householdKind())
                .text(row.householdTown())
                .text(row.householdVillage());
        for (int i = 0; i < GUARDIANS; i++) {
            guardian(copy, i < row.guardians().size() ? row.guardians().get(i) : null);
        }
        copy.bytes(hash(row, state, identity)).nulls(2);
    }

    private void identity(BinaryCopy copy, String number) {
        copy.uuid(crypto.index("identity-number", number)).bytes(crypto.encrypt(number));
    }

    private void guardian(BinaryCopy copy, Guardian guardian) {
        if (guardian == null) {
            copy.nulls(5);
            return;
        }
        copy.text(guardian.name()).text(guardian.relation()).bool(guardian.legal());
        identity(copy, value(guardian.identity()));
    }

    /** The number in the student number, where the pupil has another one now. */
    private static String enteredWith(EnrolmentRow row) {
        return row.studentNumber()
                .enteredWith()
                .filter(entered -> !entered.equals(row.identity()))
                .map(IdentityNumber::value)
                .orElse(null);
    }

    private byte[] hash(EnrolmentRow row, EnrolmentState state, String identity) {
        List<Object> values = new ArrayList<>();
        Collections.addAll(
                values,
                row.studentNumber().value(),
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
                row.entryMode(),
                row.disability(),
                row.leftBehind(),
                row.householdKind(),
                row.householdTown(),
                row.householdVillage());
        for (Guardian guardian : row.guardians()) {
            Collections.addAll(
                    values, guardian.name(), value(guardian.identity()), guardian.relation(), guardian.legal());
        }
        return RowHash.of(crypto, values.toArray());
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
