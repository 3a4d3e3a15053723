/**
 * Money to come back. An item stands over what was frozen or paid beyond what is granted whyever the award ended
 * or was lowered, a confirmed false statement the registry asks for included (教财〔2018〕16号). Items and their steps only grow; what
 * may happen to one stands in {@link ItemTransitions}. The database refuses to ask back more than was overpaid.
 */
package cn.gov.zhuozhou.aid.disbursement.recovery;
