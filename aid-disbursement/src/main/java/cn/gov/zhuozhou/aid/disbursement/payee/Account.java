package cn.gov.zhuozhou.aid.disbursement.payee;

import cn.gov.zhuozhou.aid.disbursement.payee.rule.AskAgain;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An account as it is shown.
 *
 * @param status 1 in order, 2 to be renewed or asked again; null while it is not in force
 * @param accountNumber its last four digits
 * @param askAgain why the registry has to be asked again before money goes to it
 * @param payable money may go to it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Account(
        UUID id,
        UUID studentId,
        String studentName,
        String schoolCode,
        long version,
        AccountState state,
        Integer status,
        String holderKind,
        String holderRelation,
        String holderName,
        String bankCode,
        String bankName,
        String accountNumber,
        String reason,
        UUID importId,
        @JsonIgnore String proposedBy,
        String proposedName,
        Instant proposedAt,
        String decidedName,
        Instant decidedAt,
        LocalDate validFrom,
        LocalDate validUntil,
        String needsUpdate,
        LocalDate needsUpdateSince,
        AskAgain askAgain,
        LocalDate askAgainSince,
        int flagsOpen,
        boolean payable) {}
