package cn.gov.zhuozhou.aid.registry.export;

import java.time.LocalDate;

/**
 * How many persons one may take out without another's approval, and how long and how often a file can be taken.
 *
 * @param source the document it stands on
 */
record ExportLimit(LocalDate validFrom, int approvalAbove, int keepHours, int downloads, String source) {
    /** Numbers in full are never one person's decision. */
    boolean needsApproval(long persons, boolean numbersInFull) {
        return numbersInFull || persons > approvalAbove;
    }
}
