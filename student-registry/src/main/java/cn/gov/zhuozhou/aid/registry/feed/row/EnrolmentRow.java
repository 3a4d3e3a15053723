package cn.gov.zhuozhou.aid.registry.feed.row;

import cn.gov.zhuozhou.aid.registry.identification.rule.EnrolmentState;
import cn.gov.zhuozhou.aid.registry.identification.rule.Stage;
import cn.gov.zhuozhou.aid.registry.identity.DisabilityCertificate;
import cn.gov.zhuozhou.aid.registry.identity.IdentityNumber;
import cn.gov.zhuozhou.aid.registry.identity.Sex;
import cn.gov.zhuozhou.aid.registry.identity.StudentNumber;
import java.time.LocalDate;
import java.util.List;

/**
 * A pupil on the roll.
 *
 * @param sex null where unknown
 * @param birthDate null where unknown
 * @param identity null for a pupil without a usable number
 * @param schoolName null where not given, like the household and guardian parts
 * @param grade from 1 within the stage
 * @param entryMode null where not told
 * @param disability null where none is told; a hint, no proof
 * @param guardians two at most
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
        EntryMode entryMode,
        DisabilityCertificate.Type disability,
        List<Guardian> guardians)
        implements FeedRow {
    /** Kind of household registration (户口性质). */
    public enum HouseholdKind {
        RURAL,
        URBAN
    }

    /** How the pupil came onto the roll (入学方式). */
    public enum EntryMode {
        ADMITTED,
        TRANSFERRED_IN
    }

    /**
     * A parent or guardian.
     *
     * @param name null where not given, like the relation
     * @param identity null where missing or unusable
     * @param legal whether the law makes him the guardian; a parent may be listed who is not
     */
    public record Guardian(String name, String relation, IdentityNumber identity, boolean legal) {}

    public EnrolmentRow {
        guardians = List.copyOf(guardians);
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
