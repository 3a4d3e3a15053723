package cn.gov.zhuozhou.aid.disbursement.paymentbatch;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The account batches are paid from; a batch cannot be handed to the bank before it is configured. */
@ConfigMapping(prefix = "aid.payment")
interface PayerConfig {
    Optional<Payer> payer();

    /** See {@link cn.gov.zhuozhou.aid.disbursement.bank.PayingUnit}. */
    interface Payer {
        String code();

        String accountName();

        String accountNumber();

        String bankCode();

        String bankName();

        Optional<String> contract();
    }
}
