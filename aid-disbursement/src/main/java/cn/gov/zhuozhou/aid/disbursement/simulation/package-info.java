/**
 * What a policy set, or a list of rulings the registry has only tried, would cost, and who would gain or lose by it. Decided by the same
 * rules as awards; nothing is granted, booked or told.
 */
package cn.gov.zhuozhou.aid.disbursement.simulation;
