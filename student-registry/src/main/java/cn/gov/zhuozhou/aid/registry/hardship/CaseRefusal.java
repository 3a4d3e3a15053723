package cn.gov.zhuozhou.aid.registry.hardship;

import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;
import cn.gov.zhuozhou.aid.registry.RegistryProblem;

/** Why a case was not moved. */
enum CaseRefusal {
    UNKNOWN(CommonProblem.NOT_FOUND),
    CHANGED_MEANWHILE(CommonProblem.CHANGED_MEANWHILE),
    STATE(RegistryProblem.ALREADY_DECIDED),
    SAME_PERSON(CommonProblem.SAME_PERSON),
    OTHER_PATTERN(RegistryProblem.OTHER_PATTERN),
    REVERSE_CHECK(RegistryProblem.ANSWERED_BY_REVERSE_CHECK);

    private final ProblemKind kind;

    CaseRefusal(ProblemKind kind) {
        this.kind = kind;
    }

    ProblemException problem() {
        return new ProblemException(kind);
    }
}
