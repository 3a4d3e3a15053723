package cn.gov.zhuozhou.aid.disbursement.policy;

import static cn.gov.zhuozhou.aid.disbursement.policy.PolicyState.APPROVED;
import static cn.gov.zhuozhou.aid.disbursement.policy.PolicyState.DRAFT;
import static cn.gov.zhuozhou.aid.disbursement.policy.PolicyState.IN_FORCE;
import static cn.gov.zhuozhou.aid.disbursement.policy.PolicyState.RETIRED;

import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;

/** Every way a policy set changes, as one table. The database guards the same table. */
enum PolicyEdge {
    EDITED(DRAFT, DRAFT),
    APPROVAL(DRAFT, APPROVED),
    ENTRY_INTO_FORCE(APPROVED, IN_FORCE),
    /** By another set that begins in the same semester. */
    REPLACED(IN_FORCE, RETIRED),
    DISCARDED(DRAFT, RETIRED),
    WITHDRAWN(APPROVED, RETIRED);

    private final PolicyState from;
    private final PolicyState to;

    PolicyEdge(PolicyState from, PolicyState to) {
        this.from = from;
        this.to = to;
    }

    PolicyState to() {
        return to;
    }

    /** Ends the request where the set is not where the edge begins. */
    void require(PolicyState present) {
        if (present != from) {
            throw new ProblemException(PolicyProblem.POLICY_STATE);
        }
    }
}
