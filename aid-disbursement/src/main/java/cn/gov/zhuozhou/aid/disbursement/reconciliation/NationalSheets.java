package cn.gov.zhuozhou.aid.disbursement.reconciliation;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.crypto.FieldCryptoSession;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Json;
import cn.gov.zhuozhou.aid.chassis.sql.Turns;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.tabular.Limits;
import cn.gov.zhuozhou.aid.chassis.tabular.TableFile;
import cn.gov.zhuozhou.aid.chassis.tabular.UnreadableTable;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.disbursement.reconciliation.Difference.Kind;
import cn.gov.zhuozhou.aid.disbursement.reconciliation.Difference.Side;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Compares a batch with a payment sheet of the national system. Who is who is told by card and name; the card by its blind index, so
 * that the sheet's numbers end with the request.
 */
@ApplicationScoped
class NationalSheets {
    record Versioned(int version, NationalSheet mapping) {}

    private static final int AT_ONCE = 1_000;

    private static final String SELECT =
            "select code, version, name, columns, states, unit, source from national_sheet_mapping ";

    private static final String STAGE = """
            create temporary table national_stage (key text not null, fen bigint not null, state text, line integer not null)
            on commit drop
            """;

    private static final String KEY = "a.account_index::text || ' ' || md5(regexp_replace(p.name, '\\s', '', 'g'))";

    private static final String OURS = """
            select %s as key, sum(l.amount_fen)::bigint as fen,
              case when count(distinct l.state) > 1 then null when min(l.state) = 'SETTLED' then 'SETTLED'
                when min(l.state) in ('RETURNED', 'REISSUED', 'WRITTEN_BACK') then 'RETURNED' else 'PENDING' end as state,
              1 as times, min(l.sequence) as line
            from payment_line l join payee_account a on a.id = l.account_id join pupil p on p.student_id = l.student_id
            where l.batch_id = :batch and l.sequence is not null group by 1
            """.formatted(KEY);

    /** Rows of the sheet but for those another batch of the same programme and semester pays. */
    private static final String THEIRS = """
            select s.key, sum(s.fen)::bigint as fen, case when count(distinct s.state) = 1 then min(s.state) end as state,
              count(*)::integer as times, min(s.line) as line
            from national_stage s
            where not exists (
              select from payment_batch mine join payment_batch other
                on other.programme = mine.programme and other.semester = mine.semester and other.id <> mine.id
              join payment_line l on l.batch_id = other.id and l.sequence is not null and l.state <> 'VOID'
              join payee_account a on a.id = l.account_id join pupil p on p.student_id = l.student_id
              where mine.id = :batch and a.account_index = split_part(s.key, ' ', 1)::uuid and %s = s.key)
            group by s.key
            """.formatted(KEY);

    @Inject
    Sides sides;

    @Inject
    Database database;

    @Inject
    FieldCrypto crypto;

    @Inject
    Json json;

    @Inject
    ObjectMapper mapper;

    @Inject
    BusinessClock clock;

    @Inject
    Turns turns;

    @Inject
    Trail trail;

    /** In the caller's transaction. */
    void compare(UUID batchId, String mappingCode, Path file, Consumer<Difference> differences) {
        NationalSheet mapping = newest(mappingCode).mapping();
        database.execute(STAGE);
        stage(file, mapping, differences);
        database.execute("analyze national_stage");
        sides.compare(Side.NATIONAL, OURS, THEIRS, batchId, difference -> differences.accept(unnamed(difference)));
    }

    /** What is kept names no card and nobody: ours by its line, theirs by its row. */
    private static Difference unnamed(Difference difference) {
        return new Difference(
                difference.side(), difference.kind(), unnamed(difference.ours()), unnamed(difference.theirs()));
    }

    private static Entry unnamed(Entry entry) {
        return entry == null
                ? null
                : new Entry("line " + entry.line(), entry.fen(), entry.state(), entry.times(), entry.line());
    }

    private void stage(Path file, NationalSheet mapping, Consumer<Difference> differences) {
        FieldCryptoSession session = crypto.session();
        List<Values> waiting = new ArrayList<>(AT_ONCE);
        try {
            TableFile.open(file, Limits.standard()).read(mapping.layout(), row -> {
                NationalSheet.Payment payment = mapping.payment(row);
                if (payment == null) {
                    var nothing = new Entry("line " + row.line(), null, null, 1, row.line());
                    differences.accept(new Difference(Side.NATIONAL, Kind.UNREADABLE, null, nothing));
                    return;
                }
                waiting.add(Values.of("account", session.index("bank-account", payment.account()))
                        .and("name", payment.name())
                        .and("fen", payment.fen())
                        .and("state", payment.state())
                        .and("line", payment.line()));
                if (waiting.size() == AT_ONCE) {
                    insert(waiting);
                }
            });
        } catch (UnreadableTable e) {
            throw new ProblemException(ReconciliationProblem.SHEET_UNREADABLE, e.text());
        }
        insert(waiting);
    }

    private void insert(List<Values> rows) {
        database.batch("""
                insert into national_stage (key, fen, state, line)
                values (cast(:account as uuid)::text || ' ' || md5(cast(:name as text)), :fen, :state, :line)
                """, rows, values -> values);
        rows.clear();
    }

    List<Versioned> mappings() {
        return database.list(SELECT + "order by code, version desc", Map.of(), this::read);
    }

    Versioned newest(String code) {
        return database.first(
                        SELECT + "where code = :code order by version desc limit 1", Map.of("code", code), this::read)
                .orElseThrow(() -> new ProblemException(ReconciliationProblem.MAPPING_UNKNOWN));
    }

    Versioned add(NationalSheet mapping, Actor actor) {
        if (!mapping.tellsPayments()) {
            throw new ProblemException(ReconciliationProblem.MAPPING_UNUSABLE);
        }
        turns.alone("national_sheet_mapping");
        database.update(
                """
                insert into national_sheet_mapping (code, version, name, columns, states, unit, source, entered_by, entered_at)
                select :code, coalesce(max(version), 0) + 1, :name, :columns::jsonb, :states::jsonb, :unit, :source, :by, :now
                from national_sheet_mapping where code = :code
                """,
                Values.of("code", mapping.code())
                        .and("name", mapping.name())
                        .and("columns", json.write(mapping.columns()))
                        .and("states", json.write(mapping.states()))
                        .and("unit", mapping.unit())
                        .and("source", mapping.source())
                        .and("by", actor.id())
                        .and("now", clock.now()));
        trail.record(actor, "national-sheet.mapped", "national-sheet-mapping", mapping.code(), mapping.source());
        return newest(mapping.code());
    }

    private Versioned read(ResultSet row) throws SQLException {
        try {
            return new Versioned(
                    row.getInt(2),
                    new NationalSheet(
                            row.getString(1),
                            row.getString(3),
                            mapper.readValue(
                                    row.getString(4), new TypeReference<Map<NationalSheet.Field, List<String>>>() {}),
                            mapper.readValue(row.getString(5), new TypeReference<Map<String, Entry.State>>() {}),
                            NationalSheet.Unit.valueOf(row.getString(6)),
                            row.getString(7)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a mapping cannot be read any more", e);
        }
    }
}
