package cn.gov.zhuozhou.aid.disbursement.bank;

import cn.gov.zhuozhou.aid.chassis.Masked;
import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.tabular.Column;
import cn.gov.zhuozhou.aid.chassis.tabular.Limits;
import cn.gov.zhuozhou.aid.chassis.tabular.Row;
import cn.gov.zhuozhou.aid.chassis.tabular.TableFile;
import cn.gov.zhuozhou.aid.chassis.tabular.TableLayout;
import cn.gov.zhuozhou.aid.chassis.tabular.UnreadableTable;
import cn.gov.zhuozhou.aid.disbursement.bank.BankResult.Outcome;
import cn.gov.zhuozhou.aid.disbursement.bank.ReturnLayout.Field;
import cn.gov.zhuozhou.aid.disbursement.bank.ReturnLayout.Place;
import cn.gov.zhuozhou.aid.disbursement.bank.ReturnTaker.BadRow;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads return files that are tables or lines of fixed width, by their layout. A bad row costs itself. */
final class TableReturns {
    private static final Set<String> TOTALS = Set.of("合计", "总计", "汇总");
    private static final int LONGEST_LINE = 4_096;

    private final ReturnLayout layout;
    private final BankCodes codes;
    private final ReturnTaker taker;
    private final DateTimeFormatter days;
    private final Set<String> seen = new HashSet<>();
    private int rows;
    private long fen;
    private Long stated;
    private boolean summed = true;

    private TableReturns(ReturnLayout layout, BankCodes codes, ReturnTaker taker) {
        this.layout = layout;
        this.codes = codes;
        this.taker = taker;
        days = layout.datePattern() == null ? null : DateTimeFormatter.ofPattern(layout.datePattern());
    }

    static ReturnSummary read(Path file, ReturnLayout layout, BankCodes codes, ReturnTaker taker) throws IOException {
        var reader = new TableReturns(layout, codes, taker);
        try {
            switch (layout.form()) {
                case TABLE -> reader.titled(TableFile.open(file, Limits.standard()));
                case PLAIN_TABLE -> TableFile.open(file, Limits.standard()).forEachRow(reader::counted);
                case FIXED -> reader.fixed(file);
                case ISO_20022 -> throw new IllegalArgumentException("read by its own reader");
            }
        } catch (UnreadableTable e) {
            throw new UnreadableReturn(e.text());
        }
        boolean agree = reader.stated == null || !reader.summed || reader.stated == reader.fen;
        return new ReturnSummary(null, null, null, reader.rows, agree);
    }

    private void titled(TableFile file) {
        List<Field> fields = List.copyOf(new EnumMap<>(layout.columns()).keySet());
        List<Column> columns = new ArrayList<>();
        for (Field field : fields) {
            List<String> titles = layout.columns().get(field).titles();
            boolean needed = field == Field.END_TO_END_ID || field == Field.RESULT;
            columns.add(new Column(titles.getFirst(), titles.subList(1, titles.size()), needed));
        }
        file.read(new TableLayout(columns, first -> false), row -> {
            Map<Field, String> cells = new EnumMap<>(Field.class);
            for (int i = 0; i < fields.size(); i++) {
                cells.put(fields.get(i), row.cell(i).strip());
            }
            take(row.line(), cells);
        });
    }

    private void counted(Row row) {
        Map<Field, String> cells = new EnumMap<>(Field.class);
        layout.columns()
                .forEach((field, place) ->
                        cells.put(field, row.cell(place.position() - 1).strip()));
        take(row.line(), cells);
    }

    private void fixed(Path file) throws IOException {
        Charset charset = Charset.forName(layout.charset());
        int shortest = layout.columns().values().stream()
                .mapToInt(place -> place.start() - 1)
                .max()
                .orElse(0);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            int number = 0;
            for (byte[] read = next(in); read != null; read = next(in)) {
                byte[] line = read;
                number++;
                String whole = new String(line, charset);
                if (whole.isBlank() || layout.notRows().stream().anyMatch(whole::startsWith)) {
                    continue;
                }
                if (line.length < shortest) {
                    rows++;
                    summed = false;
                    taker.bad(number, BadRow.TOO_SHORT);
                    continue;
                }
                Map<Field, String> cells = new EnumMap<>(Field.class);
                layout.columns().forEach((field, place) -> cells.put(field, cut(line, place, charset)));
                take(number, cells);
            }
        }
    }

    private static String cut(byte[] line, Place place, Charset charset) {
        int from = Math.min(line.length, place.start() - 1);
        int to = Math.min(line.length, from + place.width());
        return new String(line, from, to - from, charset).strip();
    }

    /** The next line without its end; null after the last. */
    private static byte[] next(InputStream in) throws IOException {
        int read = in.read();
        if (read < 0) {
            return null;
        }
        var line = new ByteArrayOutputStream();
        while (read >= 0 && read != '\n') {
            if (line.size() == LONGEST_LINE) {
                throw new UnreadableReturn(Text.of("行过长，不是该格式的文件", "a line is too long for this layout"));
            }
            line.write(read);
            read = in.read();
        }
        byte[] bytes = line.toByteArray();
        boolean carriageReturn = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
        return carriageReturn ? Arrays.copyOf(bytes, bytes.length - 1) : bytes;
    }

    private void take(int line, Map<Field, String> cells) {
        String amount = cells.getOrDefault(Field.AMOUNT, "");
        if (TOTALS.contains(cells.getOrDefault(Field.TOTAL_MARK, ""))) {
            stated = amount(amount);
            return;
        }
        rows++;
        Long paid = amount(amount);
        summed &= paid != null;
        fen += paid == null ? 0 : paid;
        String result = cells.get(Field.RESULT);
        String endToEndId = cells.get(Field.END_TO_END_ID);
        String day = cells.getOrDefault(Field.VALUE_DATE, "");
        Outcome outcome = codes.outcome(result);
        if (endToEndId.isEmpty()) {
            taker.bad(line, BadRow.NO_END_TO_END_ID);
        } else if (result.isEmpty()) {
            taker.bad(line, BadRow.NO_OUTCOME);
        } else if (outcome == null) {
            taker.bad(line, BadRow.UNKNOWN_OUTCOME);
        } else if (paid == null && !amount.isEmpty()) {
            taker.bad(line, BadRow.BAD_AMOUNT);
        } else if (!day.isEmpty() && day(day) == null) {
            taker.bad(line, BadRow.BAD_DATE);
        } else if (!seen.add(endToEndId)) {
            taker.bad(line, BadRow.REPEATED);
        } else {
            String code = blankToNull(cells.get(Field.REASON_CODE));
            taker.result(new BankResult(
                    endToEndId,
                    outcome,
                    codes.reason(outcome, code),
                    code,
                    Masked.anywhere(blankToNull(cells.get(Field.REASON_TEXT))),
                    paid,
                    day.isEmpty() ? null : day(day),
                    line));
        }
    }

    private Long amount(String text) {
        try {
            return text.isEmpty() ? null : layout.unit().read(text);
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    private LocalDate day(String text) {
        try {
            return LocalDate.parse(text, days);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
