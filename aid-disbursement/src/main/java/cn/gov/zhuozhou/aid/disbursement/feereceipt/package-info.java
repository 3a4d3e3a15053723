/** Fees schools collected of pupils and gave back, and which of them a programme waives in the same semester (先收后免, A09). */
package cn.gov.zhuozhou.aid.disbursement.feereceipt;
