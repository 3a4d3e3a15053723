package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.registry.identification.rule.Result;
import java.time.LocalDate;

/**
 * What awards may lean on.
 *
 * @param since when this standing, or its absence, began
 * @param settled the result that last took effect this semester; null before the first
 */
record InForce(Standing standing, LocalDate since, Result settled) {}
