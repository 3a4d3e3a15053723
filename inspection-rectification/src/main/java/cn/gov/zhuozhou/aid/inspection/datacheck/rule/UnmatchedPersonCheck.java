package cn.gov.zhuozhou.aid.inspection.datacheck.rule;

import cn.gov.zhuozhou.aid.inspection.finding.Reason;
import cn.gov.zhuozhou.aid.inspection.mirror.ReverseCheckAnswer;
import cn.gov.zhuozhou.aid.inspection.mirror.ReverseCheckState;
import java.util.List;

/** NO_PUPIL: a school-age person of a hardship register has no pupil record: out of the area, out of school, or a wrong number. */
public record UnmatchedPersonCheck(String legalBasis) {
    public static final String CODE = "NO_PUPIL";

    /**
     * A hit until the matter is at an end; an answer that does not end it says what is to be done.
     *
     * @param answer what the town found out so far; null where nothing
     */
    public Verdict examine(ReverseCheckState task, ReverseCheckAnswer answer) {
        return task == ReverseCheckState.OPEN ? Verdict.hit(List.of(reason(answer))) : Verdict.clear();
    }

    private Reason reason(ReverseCheckAnswer answer) {
        return switch (answer) {
            case OUT_OF_SCHOOL ->
                reason(
                        "OUT_OF_SCHOOL",
                        "困难名册中的适龄人员已查明失学辍学，须劝返复学",
                        "Found out of school: has to be brought back to school");
            case WRONG_NUMBER ->
                reason(
                        "WRONG_NUMBER",
                        "困难名册中的适龄人员已查明为本县学生，证件号码有误，待复核并更正",
                        "Found to be a pupil of the county with a wrong number: to be confirmed and corrected");
            case NOT_FOUND -> reason("NOT_FOUND", "困难名册中的适龄人员尚未找到，须继续查找", "Not found yet: the search has to go on");
            case null, default ->
                reason(
                        "SCHOOL_AGE",
                        "困难名册中的适龄人员未匹配到学籍，须查明是否在外就读、失学或号码有误",
                        "A school-age person in hardship has no pupil record: studying elsewhere, out of school, or a"
                                + " wrong number");
        };
    }

    private Reason reason(String code, String zh, String en) {
        return new Reason(CODE + "." + code, zh, en, legalBasis);
    }
}
