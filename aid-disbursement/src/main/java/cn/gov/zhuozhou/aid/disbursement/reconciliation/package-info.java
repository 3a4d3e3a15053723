/**
 * Whether a batch, the bank, the books and the national system say the same, line by line, and the proof of it. Reads what the others
 * keep and changes nothing of theirs.
 */
package cn.gov.zhuozhou.aid.disbursement.reconciliation;
