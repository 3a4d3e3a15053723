package cn.gov.zhuozhou.aid.disbursement.donation;

import cn.gov.zhuozhou.aid.chassis.Text;
import java.util.Optional;

/** Whether a donation can reach a pupil: what is left of it, and whom its donor wants to help. Pure. */
final class Conditions {
    /** What a donation says; {@code onlySchool} and {@code onlyStage} null where any will do. */
    record Given(boolean confirmedMoney, long leftFen, String onlySchool, String onlyStage) {}

    /** Where the pupil is. */
    record Place(String school, String stage) {}

    record Refusal(DonationProblem problem, Text why) {}

    private Conditions() {}

    static Optional<Refusal> refuse(Given given, Place pupil, long fen) {
        if (!given.confirmedMoney()) {
            return refusal(DonationProblem.MORE_THAN_IS_LEFT, "该笔捐赠没有已确认的资金。", "It has no confirmed money.");
        }
        if (fen > given.leftFen()) {
            return refusal(
                    DonationProblem.MORE_THAN_IS_LEFT,
                    "余额 %d 分。".formatted(given.leftFen()),
                    "%d fen are left.".formatted(given.leftFen()));
        }
        if (given.onlySchool() != null && !given.onlySchool().equals(pupil.school())) {
            return refusal(DonationProblem.CONDITIONS_NOT_MET, "限指定学校的学生。", "For pupils of one school only.");
        }
        if (given.onlyStage() != null && !given.onlyStage().equals(pupil.stage())) {
            return refusal(DonationProblem.CONDITIONS_NOT_MET, "限指定学段的学生。", "For pupils of one stage only.");
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refusal(DonationProblem problem, String zh, String en) {
        return Optional.of(new Refusal(problem, Text.of(zh, en)));
    }
}
