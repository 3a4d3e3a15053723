/**
 * Checks by data (A01-A18 and others): which facts contradict each other or policy. A change of facts makes its subject due;
 * a sweep checks what is due and brings the ledger in line. The rules stand in {@code rule}, free of any framework.
 */
package cn.gov.zhuozhou.aid.inspection.datacheck;
