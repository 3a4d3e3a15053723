/**
 * Whose money it is, how much of it there is, and what of it is kept for which batch. Whoever moves money of a batch does it
 * through {@link cn.gov.zhuozhou.aid.disbursement.funding.Funds}.
 */
package cn.gov.zhuozhou.aid.disbursement.funding;
