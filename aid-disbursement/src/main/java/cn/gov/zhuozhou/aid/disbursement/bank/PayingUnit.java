package cn.gov.zhuozhou.aid.disbursement.bank;

/**
 * Whose account is debited, as the bank knows it. Configuration of the unit, never a person.
 *
 * @param bankCode twelve digits of the bank's line number (行号)
 * @param contract number of the paying agreement with the bank, empty where there is none
 */
public record PayingUnit(
        String code, String accountName, String accountNumber, String bankCode, String bankName, String contract) {
    /** The account number stays out of logs. */
    @Override
    public String toString() {
        return "paying unit " + code;
    }
}
