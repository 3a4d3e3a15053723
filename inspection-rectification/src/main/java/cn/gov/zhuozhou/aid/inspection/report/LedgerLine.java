package cn.gov.zhuozhou.aid.inspection.report;

import java.time.LocalDate;

/** A row of the workbook, in the order of its columns. */
record LedgerLine(
        long number,
        String problem,
        String pupil,
        String source,
        LocalDate found,
        String unit,
        String person,
        String measures,
        LocalDate deadline,
        String progress,
        String closing) {}
