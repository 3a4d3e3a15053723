/**
 * Batches of payments from draft to the last fen: made of approved awards, approved, frozen, handed to the bank, paid, returned,
 * paid again or written back, closed. {@link cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BatchTransitions} is the life of a batch.
 */
package cn.gov.zhuozhou.aid.disbursement.paymentbatch;
