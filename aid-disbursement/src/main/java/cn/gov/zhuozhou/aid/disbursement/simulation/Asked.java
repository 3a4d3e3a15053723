package cn.gov.zhuozhou.aid.disbursement.simulation;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import java.util.UUID;

/**
 * What is to be simulated.
 *
 * @param semester whose pupils and rulings are looked at; a list says its own
 * @param decidedFor the semester whose rates and rules decide; null = that one, or the first of the policy set where it begins later
 * @param policyVersion the set to try, a draft or not; null = the one in force
 * @param whatIf which of the registry's what-ifs a list is the answer of
 * @param whatIfId a what-if to be fetched from the registry
 */
record Asked(Semester semester, Semester decidedFor, String policyVersion, UUID whatIf, UUID whatIfId) {
    static final Asked NOTHING = new Asked(null, null, null, null, null);

    /** What one says counts before what the other does. */
    Asked or(Asked other) {
        return new Asked(
                semester == null ? other.semester : semester,
                decidedFor == null ? other.decidedFor : decidedFor,
                policyVersion == null ? other.policyVersion : policyVersion,
                whatIf == null ? other.whatIf : whatIf,
                whatIfId == null ? other.whatIfId : whatIfId);
    }
}
