package cn.gov.zhuozhou.aid.registry.export;

import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.crypto.FieldCryptoSession;
import cn.gov.zhuozhou.aid.chassis.http.FileNames;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.tabular.CsvWriter;
import cn.gov.zhuozhou.aid.chassis.tabular.SheetWriter;
import cn.gov.zhuozhou.aid.chassis.tabular.TableWriter;
import cn.gov.zhuozhou.aid.chassis.tabular.Watermark;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a list row by row while it is read; neither the list nor the file is ever held whole. */
@ApplicationScoped
class Sheets {
    @Inject
    Database database;

    @Inject
    FieldCrypto crypto;

    @Inject
    BusinessClock clock;

    /** Within a transaction; the number of rows. */
    long write(Export export, Layout layout, OutputStream out) throws IOException {
        List<LayoutColumn> columns = layout.columns();
        String fields = Stream.concat(
                        Stream.of("s.id"),
                        columns.stream()
                                .filter(column -> column.field() != null)
                                .map(column -> column.field().sql()))
                .collect(Collectors.joining(", "));
        String sql = "select " + fields + " " + layout.dataset().narrowed()
                + " order by s.school_code, s.class_name, s.name, s.id";
        var session = crypto.session();
        long[] rows = {0};
        try (TableWriter table = writer(export, layout, out)) {
            database.forEach(sql, Exports.scope(export.wanted(), Jurisdiction.parse(export.requestedOrg())), row -> {
                append(table, cells(row, columns, session));
                rows[0]++;
            });
        }
        return rows[0];
    }

    /** Who, of where, when, what for and by which request. */
    Watermark mark(Export export, Layout layout) {
        return new Watermark(
                "导出人：%s；单位：%s；时间：%s；用途：%s；编号：%s"
                        .formatted(
                                export.requestedByName(),
                                export.requestedOrg(),
                                clock.dayOf(clock.now()),
                                export.purpose(),
                                export.id()),
                layout.firstRow());
    }

    /** What may be cut off where it grows too long stands last. */
    String fileName(Export export, Layout layout) {
        return FileNames.plain(
                "%s_%s_%s_%s_%s"
                        .formatted(
                                layout.name(),
                                clock.today(),
                                export.id(),
                                export.requestedByName(),
                                export.requestedOrg().replace(':', '-')),
                export.format().extension());
    }

    private TableWriter writer(Export export, Layout layout, OutputStream out) throws IOException {
        Watermark mark = mark(export, layout);
        return switch (export.format()) {
            case XLSX -> new SheetWriter(out, layout.name(), mark, layout.headers());
            case CSV_UTF8, CSV_GB18030 -> new CsvWriter(out, export.format().charset(), mark, layout.headers());
        };
    }

    private static List<Object> cells(ResultSet row, List<LayoutColumn> columns, FieldCryptoSession session)
            throws SQLException {
        List<Object> cells = new ArrayList<>(columns.size());
        int position = 1;
        for (LayoutColumn column : columns) {
            cells.add(column.cell(column.field() == null ? null : value(row, ++position, column.field(), session)));
        }
        return cells;
    }

    private static Object value(ResultSet row, int position, Field field, FieldCryptoSession session)
            throws SQLException {
        return switch (field.kind()) {
            case TEXT -> row.getString(position);
            case TEXTS -> Rows.strings(row, position);
            case DATE -> row.getObject(position, LocalDate.class);
            case NUMBER -> row.getObject(position, Integer.class);
            case NUMBER_MASKED, NUMBER_IN_FULL -> session.decrypt(row.getBytes(position));
        };
    }

    private static void append(TableWriter table, List<Object> cells) {
        try {
            table.row(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
