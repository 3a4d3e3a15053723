package cn.gov.zhuozhou.aid.registry.student;

import cn.gov.zhuozhou.aid.chassis.crypto.FieldCryptoSession;
import cn.gov.zhuozhou.aid.registry.Masked;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

/** A pupil as callers see him; numbers are masked. */
record StudentView(
        UUID studentId,
        long revision,
        String studentNumber,
        String identityNumber,
        String name,
        String sex,
        LocalDate birthDate,
        String schoolCode,
        String schoolName,
        String schoolTown,
        String stage,
        int grade,
        String className,
        boolean boarding,
        String enrolmentState,
        boolean leftBehind,
        String householdKind,
        String householdTown,
        String householdVillage,
        String guardianName,
        String guardianRelation) {

    static final String SELECT = """
            select p.id, p.revision, p.student_number_sealed, p.identity_sealed, p.name, p.sex, p.birth_date, p.school_code,
              s.name as school_name, s.town as school_town, p.stage, p.grade, p.class_name, p.boarding, p.enrolment_state,
              p.left_behind, p.household_kind, p.household_town, p.household_village, p.guardian_name, p.guardian_relation
            from student p left join school s on s.code = p.school_code
            where (:ownSchool::text is null or p.school_code = :ownSchool) and (:ownTown::text is null or s.town = :ownTown)
            """;

    static StudentView of(ResultSet row, FieldCryptoSession crypto) throws SQLException {
        return new StudentView(
                row.getObject("id", UUID.class),
                row.getLong("revision"),
                Masked.number(crypto.decrypt(row.getBytes("student_number_sealed"))),
                Masked.number(crypto.decrypt(row.getBytes("identity_sealed"))),
                row.getString("name"),
                row.getString("sex"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("school_code"),
                row.getString("school_name"),
                row.getString("school_town"),
                row.getString("stage"),
                row.getInt("grade"),
                row.getString("class_name"),
                row.getBoolean("boarding"),
                row.getString("enrolment_state"),
                row.getBoolean("left_behind"),
                row.getString("household_kind"),
                row.getString("household_town"),
                row.getString("household_village"),
                row.getString("guardian_name"),
                row.getString("guardian_relation"));
    }
}
