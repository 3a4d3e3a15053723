package cn.gov.zhuozhou.aid.disbursement.payee;

import java.util.UUID;

/**
 * An account somebody proposes, checked and sealed.
 *
 * @param holderIndex blind index of the holder's identity number
 * @param accountIndex blind index of the account number
 */
record Candidate(
        UUID studentId,
        Holder holder,
        String holderName,
        UUID holderIndex,
        String bankCode,
        UUID accountIndex,
        byte[] accountSealed,
        String accountTail,
        String reason) {}
