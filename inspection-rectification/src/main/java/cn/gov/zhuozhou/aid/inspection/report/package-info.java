/** The ledger as documents people hand on. */
package cn.gov.zhuozhou.aid.inspection.report;
