package cn.gov.zhuozhou.aid.disbursement.reconciliation;

import cn.gov.zhuozhou.aid.disbursement.reconciliation.Difference.Side;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.TreeMap;

/**
 * The sums of one batch as each side has them, in fen.
 *
 * @param awardsFen what its awards grant of it
 * @param linesFen what its lines come to, the frozen total
 * @param offsetItemsFen what was set against its awards and is therefore not paid by its lines, as the items asked back say
 * @param offsetLedgerFen the same as the books say
 * @param differences how many by side; of people also those that are no disagreement
 * @param disagreements how many of the differences are such
 */
record Figures(
        String batch,
        long batchRevision,
        String programme,
        String semester,
        int lines,
        long awardsFen,
        long linesFen,
        long frozenFen,
        long settledLinesFen,
        long settledBankFen,
        long settledLedgerFen,
        long returnedLinesFen,
        long returnedBankFen,
        long returnedLedgerFen,
        // Left out where there is none, as in what was kept before they were compared: its hash stays what it was.
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) long offsetItemsFen,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) long offsetLedgerFen,
        Map<Side, Integer> differences,
        int disagreements) {
    Figures {
        differences = new TreeMap<>(differences);
    }

    /** Awards = lines, lines = bank = books for what was paid and for what came back, all of it, to the fen, line by line. */
    boolean agree() {
        return disagreements == 0
                && awardsFen == linesFen
                && linesFen == frozenFen
                && settledLinesFen == settledBankFen
                && settledLinesFen == settledLedgerFen
                && returnedLinesFen == returnedBankFen
                && returnedLinesFen == returnedLedgerFen
                && offsetItemsFen == offsetLedgerFen
                && settledLinesFen + returnedLinesFen == linesFen;
    }
}
