package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.registry.identification.rule.Result;
import java.time.LocalDate;

/**
 * What awards may lean on.
 *
 * @param since when this standing, or its absence, began
 * @param settled the result that last took effect this semester; null before the first
 * @param baseline what rulings are measured against: last semester's standing, or what people put in force since. Grounds
 *     that merely came along do not belong to it, else a benefit kept to the end of the stage would hang on a passing entry
 */
record InForce(Standing standing, LocalDate since, Result settled, Standing baseline) {}
