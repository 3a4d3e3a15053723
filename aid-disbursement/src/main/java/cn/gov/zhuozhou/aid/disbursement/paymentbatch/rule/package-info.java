/** What may happen to batches and their lines, and how money is split, decided from values alone. */
package cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule;
