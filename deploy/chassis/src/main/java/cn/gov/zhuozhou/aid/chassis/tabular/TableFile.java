package cn.gov.zhuozhou.aid.chassis.tabular;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A table file of which kind and encoding are known. It may be read any number of times; every reading streams.
 *
 * <p>All methods throw {@link UnreadableTable} when the file is not the table it should be.
 */
public final class TableFile {
    /** Every sheet that fits. */
    public static final String ALL_SHEETS = "*";

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
        List<Fit> fitting = fitting(layout);
        if (fitting.size() > 1) {
            throw UnreadableTable.severalSheets(names(fitting));
        }
        return fitting.getFirst().header();
    }

    /**
     * The sheets to read, by name: what a sheet's name tells is not known here, so of several that fit, one is never taken on the
     * quiet. Hidden sheets are not looked at. A text is one sheet without a name.
     *
     * @param wanted null for the only sheet that fits, {@link #ALL_SHEETS}, or a name
     */
    public List<String> sheets(TableLayout layout, String wanted) {
        List<String> fitting = names(fitting(layout));
        if (wanted == null || kind == TableKind.CSV) {
            if (fitting.size() > 1) {
                throw UnreadableTable.severalSheets(fitting);
            }
            return fitting;
        }
        if (ALL_SHEETS.equals(wanted)) {
            return fitting;
        }
        if (!fitting.contains(wanted)) {
            throw UnreadableTable.noSuchSheet(fitting);
        }
        return List.of(wanted);
    }

    /**
     * Hands over the data rows below the header of the only sheet that fits, cells in the layout's order; title rows, blank rows,
     * total rows and repeated headers are passed over.
     */
    public <X extends Exception> TableSummary read(TableLayout layout, RowConsumer<X> consumer) throws X {
        return read(layout, sheets(layout, null), consumer);
    }

    /** The same of sheets by name, one after the other; {@link Row#line} tells them apart. */
    public <X extends Exception> TableSummary read(TableLayout layout, List<String> sheets, RowConsumer<X> consumer)
            throws X {
        return read(layout, sheets, Function.identity(), consumer);
    }

    /**
     * The same, each row read into what it says before it is handed over.
     *
     * @param reading runs ahead of the consumer in a thread of its own
     */
    public <T, X extends Exception> TableSummary read(
            TableLayout layout, List<String> sheets, Function<Row, T> reading, Taker<T, X> consumer) throws X {
        RowSource source = source();
        List<String> tables = source.tables();
        TableSummary summary = null;
        for (int i = 0; i < sheets.size(); i++) {
            int linesBefore = i * Row.LINES_PER_SHEET;
            int rowsBefore = summary == null ? 0 : summary.rows();
            HeaderFinder finder = new HeaderFinder(layout);
            try (RowSource.Rows rows = source.open(tables.indexOf(sheets.get(i)))) {
                Header header = finder.find(rows).orElseThrow(finder::notFound);
                Limits left = limits.withMaxRows(limits.maxRows() - rowsBefore);
                var data = new DataRows(rows, layout, header, left, kind);
                handOver(data, row -> reading.apply(row.after(linesBefore)), consumer);
                summary = summary == null ? data.summary() : summary.and(data.summary());
            }
        }
        if (summary == null) {
            throw UnreadableTable.empty();
        }
        return summary;
    }

    private static <T, X extends Exception> void handOver(DataRows data, Function<Row, T> reading, Taker<T, X> consumer)
            throws X {
        Supplier<T> source = () -> {
            Row row = data.next();
            return row == null ? null : reading.apply(row);
        };
        try (var ahead = new ReadAhead<>(source)) {
            for (T read = ahead.next(); read != null; read = ahead.next()) {
                consumer.accept(read);
            }
        }
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

    private record Fit(String name, Header header, boolean filled) {}

    /** The sheets under whose header something stands; where there is none, the first with a header. */
    private List<Fit> fitting(TableLayout layout) {
        RowSource source = source();
        List<String> tables = source.tables();
        UnreadableTable refusal = UnreadableTable.empty();
        List<Fit> found = new ArrayList<>();
        for (int table = 0; table < tables.size(); table++) {
            HeaderFinder finder = new HeaderFinder(layout);
            try (RowSource.Rows rows = source.open(table)) {
                Optional<Header> header = finder.find(rows);
                if (header.isPresent()) {
                    found.add(new Fit(tables.get(table), header.get(), rows.next() != null));
                } else if (finder.cameCloserThan(refusal)) {
                    refusal = finder.notFound();
                }
            }
        }
        if (found.isEmpty()) {
            throw refusal;
        }
        List<Fit> filled = found.stream().filter(Fit::filled).toList();
        return filled.isEmpty() ? List.of(found.getFirst()) : filled;
    }

    private static List<String> names(List<Fit> fitting) {
        return fitting.stream().map(Fit::name).toList();
    }

    private RowSource source() {
        return switch (kind) {
            case CSV -> new CsvSource(file, charset, limits);
            case XLSX -> new XlsxSource(file, limits);
        };
    }
}
