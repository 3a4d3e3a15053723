package cn.gov.zhuozhou.aid.registry.payeecheck;

import cn.gov.zhuozhou.aid.registry.identity.PersonName;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;

/**
 * What the holder of an account is to a pupil.
 *
 * @param studentId the record that counts; null where there is no such pupil in the caller's jurisdiction
 * @param relation of a guardian
 * @param legal of a guardian: whether he is the legal one
 * @param reason why he is nothing to the pupil, of {@link Kind#NONE}
 * @param guardiansRevision of the pupil, as StudentChanged tells it: what is answered holds until that is raised
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Holding(UUID studentId, Kind kind, String relation, Boolean legal, Reason reason, Integer guardiansRevision) {
    enum Kind {
        SELF,
        GUARDIAN,
        NONE,
        UNKNOWN_PUPIL
    }

    enum Reason {
        /** Neither the pupil's number nor a guardian's. */
        STRANGER,
        /** The number is known, under another name. */
        NAME_DIFFERS,
        /** The name is the pupil's or a guardian's, whose number the roll does not hold: it has to be completed there first. */
        NUMBER_NOT_ON_ROLL,
        /** No valid identity number. */
        NUMBER_NOT_VALID
    }

    /** A person the roll names with a pupil. */
    record Known(Kind kind, String name, UUID identityIndex, String relation, Boolean legal) {
        private boolean hasName(String other) {
            return name != null
                    && !other.isEmpty()
                    && PersonName.normalised(name).equals(PersonName.normalised(other));
        }
    }

    static Holding unknownPupil() {
        return new Holding(null, Kind.UNKNOWN_PUPIL, null, null, null, null);
    }

    /**
     * Number and name have to be right, for a wrong one of either is the error payments come back with.
     *
     * @param holderIndex blind index of the holder's identity number; null where that is not valid
     */
    static Holding of(UUID studentId, List<Known> people, String holderName, UUID holderIndex) {
        if (holderIndex == null) {
            return none(studentId, Reason.NUMBER_NOT_VALID);
        }
        for (Known person : people) {
            if (holderIndex.equals(person.identityIndex())) {
                return person.hasName(holderName)
                        ? new Holding(studentId, person.kind(), person.relation(), person.legal(), null, null)
                        : none(studentId, Reason.NAME_DIFFERS);
            }
        }
        boolean withoutNumber =
                people.stream().anyMatch(person -> person.identityIndex() == null && person.hasName(holderName));
        return none(studentId, withoutNumber ? Reason.NUMBER_NOT_ON_ROLL : Reason.STRANGER);
    }

    private static Holding none(UUID studentId, Reason reason) {
        return new Holding(studentId, Kind.NONE, null, null, reason, null);
    }

    Holding asOf(int revision) {
        return new Holding(studentId, kind, relation, legal, reason, revision);
    }
}
