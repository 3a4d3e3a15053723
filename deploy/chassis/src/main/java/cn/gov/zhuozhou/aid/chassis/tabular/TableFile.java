package cn.gov.zhuozhou.aid.chassis.tabular;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A table file of which kind and encoding are known. It may be read any number of times; every reading streams.
 *
 * <p>All methods throw {@link UnreadableTable} when the file is not the table it should be.
 */
public final class TableFile {
    private final Path file;
    private final Limits limits;
    private final TableKind kind;
    private final Charset charset;

    private TableFile(Path file, Limits limits, TableKind kind, Charset charset) {
        this.file = file;
        this.limits = limits;
        this.kind = kind;
        this.charset = charset;
    }

    /** Looks at the content, never at the name, and guards against what would cost too much. */
    public static TableFile open(Path file, Limits limits) {
        try {
            if (Files.size(file) > limits.maxBytes()) {
                throw UnreadableTable.tooLarge(limits.maxBytes());
            }
            return switch (Signature.of(file)) {
                case EMPTY -> throw UnreadableTable.empty();
                case ENCRYPTED_OLE2 -> throw UnreadableTable.passwordProtected();
                case OLE2 -> throw UnreadableTable.oldXls();
                case BINARY -> throw UnreadableTable.notATable();
                case ZIP -> {
                    ZipGuard.check(file, limits);
                    yield new TableFile(file, limits, TableKind.XLSX, null);
                }
                case TEXT -> new TableFile(file, limits, TableKind.CSV, CharsetDetector.detect(file));
            };
        } catch (IOException e) {
            throw new UncheckedIOException("a table file could not be read", e);
        }
    }

    public TableKind kind() {
        return kind;
    }

    /** The encoding of a CSV file. */
    public Optional<Charset> charset() {
        return Optional.ofNullable(charset);
    }

    /** Finds the header without reading on; to refuse a wrong file at once. */
    public Header header(TableLayout layout) {
        return read(layout, row -> {}, true).header();
    }

    /**
     * Hands over the data rows below the header, cells in the layout's order; title rows, blank rows, total rows and repeated
     * headers are passed over.
     */
    public <X extends Exception> TableSummary read(TableLayout layout, RowConsumer<X> consumer) throws X {
        return read(layout, consumer, false);
    }

    /** Hands over every row of the first table as it stands, blank ones left out. */
    public <X extends Exception> void forEachRow(RowConsumer<X> consumer) throws X {
        try (RowSource.Rows rows = source().open(0)) {
            int count = 0;
            for (Row row = rows.next(); row != null; row = rows.next()) {
                if (++count > limits.maxRows()) {
                    throw UnreadableTable.tooManyRows(limits.maxRows());
                }
                consumer.accept(row);
            }
        }
    }

    private <X extends Exception> TableSummary read(TableLayout layout, RowConsumer<X> consumer, boolean headerOnly)
            throws X {
        RowSource source = source();
        UnreadableTable refusal = UnreadableTable.empty();
        for (int table = 0; table < source.tables(); table++) {
            HeaderFinder finder = new HeaderFinder(layout);
            try (RowSource.Rows rows = source.open(table)) {
                Optional<Header> header = finder.find(rows);
                if (header.isPresent()) {
                    return headerOnly
                            ? new TableSummary(header.get(), 0, 0)
                            : new DataRows(layout, header.get(), limits, kind).handOver(rows, consumer);
                }
            }
            if (finder.cameCloserThan(refusal)) {
                refusal = finder.notFound();
            }
        }
        throw refusal;
    }

    private RowSource source() {
        return switch (kind) {
            case CSV -> new CsvSource(file, charset, limits);
            case XLSX -> new XlsxSource(file, limits);
        };
    }
}
