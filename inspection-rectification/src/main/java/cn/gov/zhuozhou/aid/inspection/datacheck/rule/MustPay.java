package cn.gov.zhuozhou.aid.inspection.datacheck.rule;

import cn.gov.zhuozhou.aid.inspection.mirror.Stage;
import java.time.LocalDate;

/**
 * A programme every pupil with a valid basis must get at a stage.
 *
 * @param lastDay null where it applies until further notice
 */
public record MustPay(
        String programme,
        String nameZh,
        String nameEn,
        Stage stage,
        boolean boardersOnly,
        LocalDate firstDay,
        LocalDate lastDay,
        String legalBasis) {
    boolean isDueTo(PupilRecord pupil, LocalDate day) {
        return stage == pupil.stage()
                && (pupil.boarding() || !boardersOnly)
                && !day.isBefore(firstDay)
                && (lastDay == null || !day.isAfter(lastDay));
    }
}
