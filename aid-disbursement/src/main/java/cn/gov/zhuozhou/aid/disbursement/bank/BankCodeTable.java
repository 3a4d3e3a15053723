package cn.gov.zhuozhou.aid.disbursement.bank;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the codes of banks mean: dated rows, of which the latest whose day has come counts. */
@ApplicationScoped
class BankCodeTable {
    /**
     * Either an outcome or one of our reasons.
     *
     * @param scheme whose codes; layouts name one
     */
    record Code(
            @NotBlank @Pattern(regexp = "[A-Z0-9_-]{2,40}") String scheme,
            @NotBlank @Size(max = 35) String code,
            BankResult.Outcome outcome,
            String reason,
            @NotNull LocalDate validFrom,
            @NotBlank @Size(max = 300) String source) {}

    /** @param correctable whether a corrected account helps */
    record Reason(String code, String zh, String en, boolean correctable) {}

    private static final String SELECT = "select scheme, code, outcome, reason, valid_from, source from bank_code ";

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    BankCodes of(String scheme) {
        Map<String, BankResult.Outcome> outcomes = new HashMap<>();
        Map<String, String> reasons = new HashMap<>();
        database.list(
                        SELECT + "where scheme = :scheme and valid_from <= :today order by valid_from",
                        Values.of("scheme", scheme).and("today", clock.today()),
                        BankCodeTable::read)
                .forEach(code -> {
                    if (code.outcome() != null) {
                        outcomes.put(BankCodes.plain(code.code()), code.outcome());
                    } else {
                        reasons.put(BankCodes.plain(code.code()), code.reason());
                    }
                });
        return new BankCodes(outcomes, reasons);
    }

    List<Code> all() {
        return database.list(SELECT + "order by scheme, code, valid_from desc", Map.of(), BankCodeTable::read);
    }

    List<Reason> reasons() {
        return database.list(
                "select code, name_zh, name_en, correctable from return_reason order by code",
                Map.of(),
                row -> new Reason(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4)));
    }

    /**
     * Ends the request where the code means something else from that day on.
     *
     * @return whether it is new
     */
    boolean add(Code code, Actor actor) {
        boolean reasonFits = code.reason() == null
                || reasons().stream().anyMatch(reason -> reason.code().equals(code.reason()));
        if (!reasonFits || (code.outcome() == null) == (code.reason() == null)) {
            throw new ProblemException(BankProblem.REASON_UNKNOWN);
        }
        boolean added = database.update(
                        """
                insert into bank_code (scheme, code, outcome, reason, valid_from, source, entered_by)
                values (:scheme, :code, :outcome, :reason, :from, :source, :by)
                on conflict do nothing
                """,
                        Values.of("scheme", code.scheme())
                                .and("code", BankCodes.plain(code.code()))
                                .and("outcome", code.outcome())
                                .and("reason", code.reason())
                                .and("from", code.validFrom())
                                .and("source", code.source())
                                .and("by", actor.id()))
                > 0;
        if (added) {
            trail.record(actor, "bank-code.added", "bank-code", code.scheme() + "/" + code.code(), code.source());
        } else if (!known(code)) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT);
        }
        return added;
    }

    private boolean known(Code code) {
        return database
                .list(
                        SELECT + "where (scheme, code, valid_from) = (:scheme, :code, :from)",
                        Values.of("scheme", code.scheme())
                                .and("code", BankCodes.plain(code.code()))
                                .and("from", code.validFrom()),
                        BankCodeTable::read)
                .stream()
                .anyMatch(kept -> kept.outcome() == code.outcome() && Objects.equals(kept.reason(), code.reason()));
    }

    private static Code read(ResultSet row) throws SQLException {
        return new Code(
                row.getString(1),
                row.getString(2),
                Rows.constant(row, 3, BankResult.Outcome.class),
                row.getString(4),
                row.getObject(5, LocalDate.class),
                row.getString(6));
    }
}
