package cn.gov.zhuozhou.aid.disbursement;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;

/** What one person entered is decided by another, who has seen its newest version, while it waits for it. */
public final class SecondPerson {
    private SecondPerson() {}

    /**
     * Ends the request where that is not so.
     *
     * @param waits whether it is in the state in which this is decided
     * @param first who entered it
     */
    public static void require(String ifMatch, long revision, boolean waits, String first, Actor by) {
        Versions.require(ifMatch, revision);
        require(waits, first, by);
    }

    /** The same where what is decided was read under a lock of its own. */
    public static void require(boolean waits, String first, Actor by) {
        if (!waits) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT);
        }
        if (by.is(first)) {
            throw new ProblemException(CommonProblem.SAME_PERSON);
        }
    }
}
