package cn.gov.zhuozhou.aid.chassis.tabular;

/**
 * What a table may cost at most.
 *
 * @param maxBytes size of the file
 * @param maxRows data rows
 * @param maxColumns cells in a row
 * @param maxCellChars characters in a cell; a cell or CSV line far beyond it ends the reading
 * @param maxInflatedBytes all parts of a workbook unpacked
 * @param maxSharedTextBytes the workbook's table of texts, which is held in memory
 * @param maxInflation unpacked size of a workbook part to its packed size
 * @param maxEntries parts of a workbook
 */
public record Limits(
        long maxBytes,
        int maxRows,
        int maxColumns,
        int maxCellChars,
        long maxInflatedBytes,
        long maxSharedTextBytes,
        int maxInflation,
        int maxEntries) {
    private static final long MIB = 1L << 20;

    /** 200 MiB, a million rows, 200 columns; workbooks of up to 2 GiB unpacked. */
    public static Limits standard() {
        return new Limits(200 * MIB, 1_000_000, 200, 32_767, 2048 * MIB, 128 * MIB, 200, 1_000);
    }

    public Limits withMaxBytes(long bytes) {
        return new Limits(
                bytes,
                maxRows,
                maxColumns,
                maxCellChars,
                maxInflatedBytes,
                maxSharedTextBytes,
                maxInflation,
                maxEntries);
    }

    public Limits withMaxRows(int rows) {
        return new Limits(
                maxBytes,
                rows,
                maxColumns,
                maxCellChars,
                maxInflatedBytes,
                maxSharedTextBytes,
                maxInflation,
                maxEntries);
    }
}
