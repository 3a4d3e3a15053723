/**
 * Money asked back after a confirmed false statement (教财〔2018〕16号). The registry asks; awards of those semesters end by it,
 * and what may have been paid on them is kept here until payments are set against it.
 */
package cn.gov.zhuozhou.aid.disbursement.recovery;
