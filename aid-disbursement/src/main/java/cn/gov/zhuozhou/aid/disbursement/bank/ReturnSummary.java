package cn.gov.zhuozhou.aid.disbursement.bank;

/**
 * What a return file says of itself.
 *
 * @param messageId the bank's own identification of the file; null where it has none
 * @param originalMessageId the file it answers; null where it names none
 * @param groupStatus what the bank says of the whole file at once; null where it says nothing
 * @param totalsAgree false where a count or sum the file states is not what stands in it
 */
record ReturnSummary(String messageId, String originalMessageId, String groupStatus, int rows, boolean totalsAgree) {}
