package cn.gov.zhuozhou.aid.inspection.datacheck.rule;

import cn.gov.zhuozhou.aid.inspection.finding.Reason;
import cn.gov.zhuozhou.aid.inspection.mirror.ReverseCheckState;
import java.util.List;

/** NO_PUPIL: a school-age person of a hardship register has no pupil record: out of the area, out of school, or a wrong number. */
public record UnmatchedPersonCheck(String legalBasis) {
    public static final String CODE = "NO_PUPIL";

    public Verdict examine(ReverseCheckState task) {
        return task == ReverseCheckState.OPEN
                ? Verdict.hit(List.of(new Reason(
                        CODE + ".SCHOOL_AGE",
                        "困难名册中的适龄人员未匹配到学籍，须查明是否在外就读、失学或号码有误",
                        "A school-age person in hardship has no pupil record: studying elsewhere, out of school, or a"
                                + " wrong number",
                        legalBasis)))
                : Verdict.clear();
    }
}
