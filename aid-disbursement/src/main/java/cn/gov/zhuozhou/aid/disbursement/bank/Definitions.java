package cn.gov.zhuozhou.aid.disbursement.bank;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException.FieldError;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Json;
import cn.gov.zhuozhou.aid.chassis.sql.Turns;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Layouts by code, version and first day; of those whose day has come the newest version is used. */
@ApplicationScoped
class Definitions {
    enum Direction {
        PAYMENT,
        RETURN
    }

    /** @param source what it was taken from, such as the bank's interface description */
    record Versioned<T>(int version, LocalDate validFrom, String source, T layout) {}

    /** ISO 20022 needs no layout. */
    static final PaymentLayout PAIN_001 = new PaymentLayout(
            "pain.001",
            "ISO 20022 pain.001.001.09",
            PaymentLayout.Form.PAIN_001,
            "UTF-8",
            null,
            Money.YUAN,
            false,
            null,
            null,
            null,
            null);

    static final ReturnLayout ISO_20022 = new ReturnLayout(
            "iso20022",
            "ISO 20022 pain.002 / camt.054",
            ReturnLayout.Form.ISO_20022,
            null,
            Money.YUAN,
            null,
            null,
            null,
            "ISO20022");

    private static final String SELECT = "select version, valid_from, source, definition from bank_layout ";

    @Inject
    Database database;

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

    PaymentLayout payment(String code) {
        return PAIN_001.code().equals(code) ? PAIN_001 : inForce(Direction.PAYMENT, code, PaymentLayout.class);
    }

    ReturnLayout returned(String code) {
        return ISO_20022.code().equals(code) ? ISO_20022 : inForce(Direction.RETURN, code, ReturnLayout.class);
    }

    List<Versioned<PaymentLayout>> payments() {
        return all(Direction.PAYMENT, PaymentLayout.class);
    }

    List<Versioned<ReturnLayout>> returns() {
        return all(Direction.RETURN, ReturnLayout.class);
    }

    Versioned<PaymentLayout> add(PaymentLayout layout, LocalDate validFrom, String source, Actor actor) {
        refuse(layout.faults());
        return add(Direction.PAYMENT, layout.code(), new Versioned<>(0, validFrom, source, layout), actor);
    }

    Versioned<ReturnLayout> add(ReturnLayout layout, LocalDate validFrom, String source, Actor actor) {
        refuse(layout.faults());
        return add(Direction.RETURN, layout.code(), new Versioned<>(0, validFrom, source, layout), actor);
    }

    /** Ends the request where a layout has faults. */
    static void refuse(List<Text> faults) {
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    BankProblem.LAYOUT_UNUSABLE,
                    faults.getFirst(),
                    faults.stream()
                            .map(fault -> new FieldError("layout", "LAYOUT_UNUSABLE", fault))
                            .toList());
        }
    }

    private <T> Versioned<T> add(Direction direction, String code, Versioned<T> added, Actor actor) {
        turns.alone("bank_layout");
        int version = database.first(
                        """
                        insert into bank_layout (direction, code, version, valid_from, definition, source, entered_by, entered_at)
                        select :direction, :code, coalesce(max(version), 0) + 1, :from, :definition::jsonb, :source, :by, :now
                        from bank_layout where (direction, code) = (:direction, :code) returning version
                        """,
                        Values.of("direction", direction)
                                .and("code", code)
                                .and("from", added.validFrom())
                                .and("definition", json.write(added.layout()))
                                .and("source", added.source())
                                .and("by", actor.id())
                                .and("now", clock.now()),
                        row -> row.getInt(1))
                .orElseThrow();
        trail.record(actor, "bank-layout.added", "bank-layout", code, added.source(), Map.of("version", version));
        return new Versioned<>(version, added.validFrom(), added.source(), added.layout());
    }

    private <T> T inForce(Direction direction, String code, Class<T> type) {
        return database.first(
                        SELECT + """
                        where (direction, code) = (:direction, :code) and valid_from <= :today
                        order by version desc limit 1
                        """,
                        Values.of("direction", direction).and("code", code).and("today", clock.today()),
                        row -> read(row, type))
                .orElseThrow(() -> new ProblemException(BankProblem.LAYOUT_UNKNOWN))
                .layout();
    }

    private <T> List<Versioned<T>> all(Direction direction, Class<T> type) {
        return database.list(
                SELECT + "where direction = :direction order by code, version desc",
                Values.of("direction", direction),
                row -> read(row, type));
    }

    private <T> Versioned<T> read(ResultSet row, Class<T> type) throws SQLException {
        try {
            return new Versioned<>(
                    row.getInt(1),
                    row.getObject(2, LocalDate.class),
                    row.getString(3),
                    mapper.readValue(row.getString(4), type));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a layout cannot be read any more", e);
        }
    }
}
