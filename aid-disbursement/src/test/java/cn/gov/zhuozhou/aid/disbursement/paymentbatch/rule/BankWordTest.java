package cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BankWord.Effect;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BankWord.Said;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BankWordTest {
    @ParameterizedTest
    @CsvSource({
        "SENT,         false, PAID,     DONE,           SETTLED",
        "SENT,         false, RETURNED, DONE,           RETURNED",
        "SENT,         false, PENDING,  ALREADY,        ",
        "SETTLED,      true,  PAID,     ALREADY,        ",
        "SETTLED,      true,  RETURNED, DONE,           RETURNED",
        "RETURNED,     false, RETURNED, ALREADY,        ",
        "RETURNED,     false, PAID,     STATE_CONFLICT, ",
        "RETURNED,     true,  PAID,     ALREADY,        ",
        "REISSUED,     false, PAID,     STATE_CONFLICT, ",
        "REISSUED,     false, RETURNED, ALREADY,        ",
        "WRITTEN_BACK, false, PAID,     STATE_CONFLICT, ",
        "FROZEN,       false, PAID,     UNKNOWN_LINE,   ",
        "VOID,         false, PAID,     UNKNOWN_LINE,   "
    })
    void aWordChangesALineOnce(LineState state, boolean oncePaid, Said said, Effect effect, LineState becomes) {
        assertThat(BankWord.of(state, oncePaid, 50000, said, 50000L)).isEqualTo(new BankWord(effect, becomes));
    }

    @ParameterizedTest
    @CsvSource({"49999, AMOUNT_DIFFERS", ", DONE"})
    void anotherAmountIsForAPerson(Long fen, Effect effect) {
        assertThat(BankWord.of(LineState.SENT, false, 50000, Said.PAID, fen).effect())
                .isEqualTo(effect);
    }
}
