package cn.gov.zhuozhou.aid.inspection.datacheck.rule;

import cn.gov.zhuozhou.aid.inspection.datacheck.rule.PupilRecord.Eligibility;
import cn.gov.zhuozhou.aid.inspection.finding.Reason;
import cn.gov.zhuozhou.aid.inspection.mirror.AssignmentState;
import java.util.List;

/** NO_RESPONSIBLE: nobody answers for an identified pupil, be it that a gap was reported or that nothing was assigned in time. */
public record ResponsiblePersonCheck(String legalBasis) implements PupilCheck {
    public static final String CODE = "NO_RESPONSIBLE";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Verdict examine(PupilRecord pupil, Moment moment) {
        if (pupil.assignments().stream().anyMatch(AssignmentState::covers)) {
            return Verdict.clear();
        }
        if (pupil.assignments().contains(AssignmentState.GAP)) {
            return Verdict.hit(
                    List.of(new Reason(CODE + ".GAP", "受助学生无帮扶责任人", "Nobody answers for the aided pupil", legalBasis)));
        }
        Eligibility known = pupil.eligibility();
        if (known == null || !known.identified() || !pupil.inSchool()) {
            return Verdict.clear();
        }
        return known.fresh()
                ? Verdict.waiting()
                : Verdict.hit(List.of(new Reason(
                        CODE + ".NOT_ASSIGNED",
                        "已认定学生至今未指定帮扶责任人",
                        "The pupil is identified, but nobody was assigned",
                        legalBasis)));
    }
}
