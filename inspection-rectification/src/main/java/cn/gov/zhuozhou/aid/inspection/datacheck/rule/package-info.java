/** The checks themselves: pure rules over records, without framework, clock or database. */
package cn.gov.zhuozhou.aid.inspection.datacheck.rule;
