package cn.gov.zhuozhou.aid.registry.application;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;

/** Codes in requests. */
final class Codes {
    private Codes() {}

    /** The semester a caller names; ends the request where it is none. */
    static String semester(String code) {
        try {
            return Semester.parse(code).code();
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ApplicationProblem.NOT_A_SEMESTER);
        }
    }
}
