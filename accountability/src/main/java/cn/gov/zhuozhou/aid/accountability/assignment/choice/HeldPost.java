package cn.gov.zhuozhou.aid.accountability.assignment.choice;

import java.util.Objects;
import java.util.UUID;

/**
 * A post a candidate holds today.
 *
 * @param answersForPupils whether holders of this kind of post take pupils (teachers do, principals take villages: S42, S54)
 * @param className the class a class teacher leads; null where it is not known
 */
public record HeldPost(
        UUID personId, String schoolCode, String kind, boolean answersForPupils, Integer grade, String className) {
    boolean isOf(Pupil pupil) {
        return answersForPupils && schoolCode.equals(pupil.schoolCode());
    }

    boolean leadsClassOf(Pupil pupil) {
        return isOf(pupil)
                && className != null
                && Objects.equals(className, pupil.className())
                && Objects.equals(grade, pupil.grade());
    }
}
