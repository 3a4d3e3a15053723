package cn.gov.zhuozhou.aid.disbursement;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException.FieldError;
import java.util.List;

/** The {@code semester} parameter of requests. */
public final class SemesterCode {
    private static final Text FORM =
            Text.of("学期写作 2019-spring 或 2018-autumn", "a semester is written like 2019-spring");

    private SemesterCode() {}

    /** Ends the request with 400 where the parameter is missing or malformed. */
    public static Semester required(String code) {
        if (code != null) {
            try {
                return Semester.parse(code);
            } catch (IllegalArgumentException e) {
                // told below like a missing one
            }
        }
        throw new ProblemException(
                CommonProblem.INVALID_FIELDS, FORM, List.of(new FieldError("semester", "SEMESTER_CODE", FORM)));
    }
}
