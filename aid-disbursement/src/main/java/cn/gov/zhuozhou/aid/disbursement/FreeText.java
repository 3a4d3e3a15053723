package cn.gov.zhuozhou.aid.disbursement;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.leak.LeakCheck;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;

/** What people write as a reason: it is kept, shown and told on, so no number of a person may stand in it. */
public final class FreeText {
    private static final Text REASON = Text.of("理由", "reason");
    private static final Text NO_NUMBERS =
            Text.of("理由中不得出现身份证号、银行卡号或手机号。", "A reason may not hold an identity, card or phone number.");

    private FreeText() {}

    /** The text, or the request ends with 400. */
    public static String checked(String text) {
        if (!LeakCheck.text(REASON, text).isEmpty()) {
            throw new ProblemException(CommonProblem.INVALID_FIELDS, NO_NUMBERS);
        }
        return text;
    }
}
