package cn.gov.zhuozhou.aid.registry.student;

import cn.gov.zhuozhou.aid.chassis.crypto.FieldCryptoSession;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.registry.Masked;
import cn.gov.zhuozhou.aid.registry.identity.StudentNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A pupil as callers see him; numbers are masked.
 *
 * @param numberKind of his student number; null where it cannot be told
 * @param entryMode {@code TRANSFERRED_IN} for who came from outside the county; null where the file does not tell
 * @param disability as the enrolment file says, which proves nothing; null where it says none
 * @param keyVisitKinds why he is visited monthly (S55)
 * @param mergedInto the record that counts in his place, where two records were one person
 */
record StudentView(
        UUID studentId,
        long revision,
        String studentNumber,
        StudentNumber.Kind numberKind,
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
        String entryMode,
        boolean leftBehind,
        String disability,
        List<String> keyVisitKinds,
        String householdKind,
        String householdTown,
        String householdVillage,
        List<GuardianView> guardians,
        UUID mergedInto) {

    /**
     * A parent or guardian.
     *
     * @param legal whether he is the guardian by law
     */
    record GuardianView(String name, String relation, boolean legal, String identityNumber) {}

    static final String SELECT = """
            select p.*, s.name as school_name, s.town as school_town, %s as key_visit_kinds
            from student p left join school s on s.code = p.school_code
            where (:ownSchool::text is null or p.school_code = :ownSchool) and (:ownTown::text is null or s.town = :ownTown)
            """.formatted(KeyVisits.KINDS);

    static StudentView of(ResultSet row, FieldCryptoSession crypto) throws SQLException {
        String number = crypto.decrypt(row.getBytes("student_number_sealed"));
        return new StudentView(
                row.getObject("id", UUID.class),
                row.getLong("revision"),
                Masked.number(number),
                StudentNumber.read(number) instanceof StudentNumber.Reading.Valid valid
                        ? valid.number().kind()
                        : null,
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
                row.getString("entry_mode"),
                row.getBoolean("left_behind"),
                row.getString("disability"),
                Rows.strings(row, "key_visit_kinds"),
                row.getString("household_kind"),
                row.getString("household_town"),
                row.getString("household_village"),
                guardians(row, crypto),
                row.getObject("merged_into", UUID.class));
    }

    private static List<GuardianView> guardians(ResultSet row, FieldCryptoSession crypto) throws SQLException {
        List<GuardianView> guardians = new ArrayList<>();
        for (String which : List.of("guardian", "second_guardian")) {
            String name = row.getString(which + "_name");
            byte[] identity = row.getBytes(which + "_identity_sealed");
            if (name != null || identity != null) {
                guardians.add(new GuardianView(
                        name,
                        row.getString(which + "_relation"),
                        row.getBoolean(which + "_legal"),
                        Masked.number(crypto.decrypt(identity))));
            }
        }
        return guardians;
    }
}
