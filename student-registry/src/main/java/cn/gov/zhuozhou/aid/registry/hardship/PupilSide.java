package cn.gov.zhuozhou.aid.registry.hardship;

import cn.gov.zhuozhou.aid.chassis.crypto.FieldCryptoSession;
import cn.gov.zhuozhou.aid.registry.Masked;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

/** A pupil as the desk compares him with a register row. Numbers are in clear until shown. */
record PupilSide(
        UUID studentId,
        String studentNumber,
        String identityNumber,
        String name,
        String sex,
        LocalDate birthDate,
        String schoolCode,
        String schoolName,
        String stage,
        int grade,
        String className,
        String enrolmentState,
        String householdTown,
        String householdVillage,
        String guardianName,
        String guardianRelation,
        String guardianNumber) {

    static final String COLUMNS = """
            p.id as pupil_id, p.student_number_sealed, p.identity_sealed, p.name as pupil_name, p.sex,
            p.birth_date as pupil_birth, p.school_code, s.name as school_name, p.stage, p.grade, p.class_name,
            p.enrolment_state, p.household_town, p.household_village, p.guardian_name, p.guardian_relation,
            p.guardian_identity_sealed""";

    static PupilSide of(ResultSet row, FieldCryptoSession crypto) throws SQLException {
        return new PupilSide(
                row.getObject("pupil_id", UUID.class),
                crypto.decrypt(row.getBytes("student_number_sealed")),
                crypto.decrypt(row.getBytes("identity_sealed")),
                row.getString("pupil_name"),
                row.getString("sex"),
                row.getObject("pupil_birth", LocalDate.class),
                row.getString("school_code"),
                row.getString("school_name"),
                row.getString("stage"),
                row.getInt("grade"),
                row.getString("class_name"),
                row.getString("enrolment_state"),
                row.getString("household_town"),
                row.getString("household_village"),
                row.getString("guardian_name"),
                row.getString("guardian_relation"),
                crypto.decrypt(row.getBytes("guardian_identity_sealed")));
    }

    PupilSide masked() {
        return new PupilSide(
                studentId,
                Masked.number(studentNumber),
                Masked.number(identityNumber),
                name,
                sex,
                birthDate,
                schoolCode,
                schoolName,
                stage,
                grade,
                className,
                enrolmentState,
                householdTown,
                householdVillage,
                guardianName,
                guardianRelation,
                Masked.number(guardianNumber));
    }

    PersonFacts facts() {
        return new PersonFacts(
                name, identityNumber, birthDate, householdTown, householdVillage, guardianName, guardianNumber);
    }

    @Override
    public String toString() {
        return "pupil " + studentId;
    }
}
