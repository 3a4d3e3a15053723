package cn.gov.zhuozhou.aid.inspection.datacheck.rule;

import cn.gov.zhuozhou.aid.inspection.finding.Reason;
import cn.gov.zhuozhou.aid.inspection.mirror.OutOfAreaOverdue;
import java.util.List;

/** OUT_OF_AREA: the school a pupil attends elsewhere was not told of him in time, or has not answered in time (S83, S84). */
public record OutOfAreaLetterCheck(String legalBasis) {
    public static final String CODE = "OUT_OF_AREA";

    /** @param overdue null where nothing is late */
    public Verdict examine(OutOfAreaOverdue overdue, boolean escalated) {
        return switch (overdue) {
            case null -> Verdict.clear();
            case LETTER ->
                hit("NO_LETTER", "在外就读的困难学生，逾期未书面函告就读学校", "The school attended elsewhere was not written to in time");
            case REPLY ->
                escalated
                        ? hit(
                                "NO_REPLY_AFTER_CHASERS",
                                "就读学校经两次催办仍未回执，须由局协调",
                                "No reply after two chasers: the bureau has to step in")
                        : hit("NO_REPLY", "就读学校逾期未回执，须催办", "The school attended elsewhere has not replied in time");
        };
    }

    private Verdict hit(String code, String zh, String en) {
        return Verdict.hit(List.of(new Reason(CODE + "." + code, zh, en, legalBasis)));
    }
}
