package cn.gov.zhuozhou.aid.disbursement.payee;

import java.util.UUID;

/** An account in clear, for the line of a bank file. Its text form shows nothing of it. */
public record BankAccount(
        UUID accountId, UUID studentId, String holderName, String bankCode, String bankName, String accountNumber) {
    @Override
    public String toString() {
        return "account " + accountId;
    }
}
