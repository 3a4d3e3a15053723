package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.registry.identification.rule.Result;
import cn.gov.zhuozhou.aid.registry.identification.rule.Stage;
import java.time.LocalDate;

/**
 * What awards may lean on.
 *
 * @param since when this standing, or its absence, began
 * @param settled the result that last took effect this semester; null before the first
 * @param baseline what rulings are measured against: last semester's standing, or what people put in force since. Grounds
 *     that merely came along do not belong to it, else a benefit kept to the end of the stage would hang on a passing entry
 * @param stage of the pupil when the standing took effect or was carried; null counts as the present one
 * @param baselineStage the same of the baseline
 */
record InForce(
        Standing standing, LocalDate since, Result settled, Standing baseline, Stage stage, Stage baselineStage) {}
