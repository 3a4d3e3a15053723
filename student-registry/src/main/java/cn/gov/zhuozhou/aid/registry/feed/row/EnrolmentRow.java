package cn.gov.zhuozhou.aid.registry.feed.row;

import cn.gov.zhuozhou.aid.registry.identification.rule.EnrolmentState;
import cn.gov.zhuozhou.aid.registry.identification.rule.Stage;
import cn.gov.zhuozhou.aid.registry.identity.IdentityNumber;
import cn.gov.zhuozhou.aid.registry.identity.Sex;
import cn.gov.zhuozhou.aid.registry.identity.StudentNumber;
import java.time.LocalDate;

/**
 * A pupil on the roll.
 *
 * @param sex null where unknown
 * @param birthDate null where unknown
 * @param identity null for a pupil without a usable number
 * @param schoolName null where not given, like the household and guardian parts
 * @param grade from 1 within the stage
 * @param guardianIdentity null where missing or unusable
 */
public record EnrolmentRow(
        StudentNumber studentNumber,
        String name,
        Sex sex,
        LocalDate birthDate,
        IdentityNumber identity,
        String schoolCode,
        String schoolName,
        Stage stage,
        int grade,
        String className,
        boolean boarding,
        EnrolmentState state,
        boolean leftBehind,
        HouseholdKind householdKind,
        String householdTown,
        String householdVillage,
        String guardianName,
        IdentityNumber guardianIdentity,
        String guardianRelation)
        implements FeedRow {
    /** Kind of household registration (户口性质). */
    public enum HouseholdKind {
        RURAL,
        URBAN
    }

    @Override
    public FeedSource source() {
        return FeedSource.ENROLMENT;
    }

    @Override
    public String key() {
        return studentNumber.value();
    }

    @Override
    public String toString() {
        return "enrolment of " + studentNumber;
    }
}
