package cn.gov.zhuozhou.aid.disbursement.ledger;

import java.util.UUID;

/** A promise to pay an award: debits the programme's committed account, credits its funding side. Amount in fen, above 0. */
public record Commitment(UUID awardId, String semester, String programme, String payer, long amountFen) {}
