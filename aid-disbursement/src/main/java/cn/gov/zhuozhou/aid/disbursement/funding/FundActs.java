package cn.gov.zhuozhou.aid.disbursement.funding;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.disbursement.FreeText;
import cn.gov.zhuozhou.aid.disbursement.SecondPerson;
import cn.gov.zhuozhou.aid.disbursement.ledger.Account;
import cn.gov.zhuozhou.aid.disbursement.ledger.Ledger;
import cn.gov.zhuozhou.aid.disbursement.ledger.Posting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Acts about funds and what they post. What changes must run in a transaction. */
@ApplicationScoped
class FundActs {
    /** What a person enters. */
    record Entered(
            FundAct.Kind kind,
            String source,
            String programme,
            int year,
            String semester,
            String documentNo,
            LocalDate valueDate,
            long amountFen,
            Long reportedFen,
            String reason) {}

    private static final String SELECT = """
            select id, revision, kind, source, programme, year, semester, document_no, value_date, amount_fen, reported_fen,
                   reason, state, entered_by, entered_by_name, entered_at, decided_by_name, decided_at, transaction_id
            from fund_act
            """;

    private static final String INSERT = """
            insert into fund_act (id, revision, kind, source, programme, year, semester, document_no, value_date,
                                  amount_fen, reported_fen, reason, state, entered_by, entered_by_name, entered_at)
            values (:id, 1, :kind, :source, :programme, :year, :semester, :document, :valueDate, :fen, :reported, :reason,
                    'ENTERED', :by, :name, :now)
            on conflict do nothing
            """;

    @Inject
    Database database;

    @Inject
    Ledger ledger;

    @Inject
    Funds funds;

    @Inject
    FundQuotas quotas;

    @Inject
    YearEnds yearEnds;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    Optional<FundAct> find(FundAct.Kind kind, UUID id) {
        return database.first(
                SELECT + "where id = :id and kind = :kind", Map.of("id", id, "kind", kind), FundActs::read);
    }

    Page<FundAct> list(FundAct.Kind kind, Integer year, FundAct.State state, Paging paging) {
        return Page.of(
                database.list(
                        SELECT + """
                        where kind = :kind and (:year::integer is null or year = :year)
                          and (:state::text is null or state = :state)
                          and (:after::uuid is null or id > :after)
                        order by id limit :limit
                        """,
                        Values.of("kind", kind)
                                .and("year", year)
                                .and("state", state)
                                .and("after", paging.afterId())
                                .and("limit", paging.limit() + 1),
                        FundActs::read),
                paging.limit(),
                FundAct::id);
    }

    FundAct enter(Entered entered, Actor by) {
        requireKnown(entered);
        UUID id = Ids.next();
        int inserted = database.update(
                INSERT,
                Values.of("id", id)
                        .and("kind", entered.kind())
                        .and("source", entered.source())
                        .and("programme", entered.programme())
                        .and("year", entered.year())
                        .and("semester", entered.semester())
                        .and("document", entered.documentNo() == null ? null : FreeText.checked(entered.documentNo()))
                        .and("valueDate", entered.valueDate())
                        .and("fen", entered.amountFen())
                        .and("reported", entered.reportedFen())
                        .and("reason", entered.reason() == null ? null : FreeText.checked(entered.reason()))
                        .and("by", by.id())
                        .and("name", by.name())
                        .and("now", clock.now()));
        if (inserted == 0) {
            throw new ProblemException(
                    entered.kind() == FundAct.Kind.CARRY_OVER
                            ? FundingProblem.CARRIED_OVER_ALREADY
                            : FundingProblem.DOCUMENT_ENTERED);
        }
        tell(by, entered.kind(), "entered", id, entered.reason());
        return find(entered.kind(), id).orElseThrow();
    }

    /** The second person's word; once confirmed it is posted. */
    FundAct decide(FundAct.Kind kind, UUID id, String ifMatch, boolean confirmed, String reason, Actor by) {
        FundAct act = lockedFor(kind, id, ifMatch, FundAct.State.ENTERED, by);
        UUID posted = confirmed ? post(act, by) : null;
        database.update(
                """
                update fund_act set state = :state, revision = revision + 1, decided_by = :by, decided_by_name = :name,
                  decided_at = :now, transaction_id = :transaction
                where id = :id
                """,
                Values.of("id", id)
                        .and("state", confirmed ? FundAct.State.CONFIRMED : FundAct.State.REFUSED)
                        .and("by", by.id())
                        .and("name", by.name())
                        .and("now", clock.now())
                        .and("transaction", posted));
        tell(by, kind, confirmed ? "confirmed" : "refused", id, FreeText.checked(reason));
        return find(kind, id).orElseThrow();
    }

    /** Takes back what was confirmed by mistake; money spent since cannot be taken back. */
    FundAct reverse(FundAct.Kind kind, UUID id, String ifMatch, String reason, Actor by) {
        FundAct act = lockedFor(kind, id, ifMatch, FundAct.State.CONFIRMED, by);
        if (kind == FundAct.Kind.INCOME) {
            funds.requireAvailable(act.programme(), Map.of(act.source(), act.amountFen()));
        }
        if (act.transactionId() != null) {
            ledger.reverse(act.transactionId(), by);
        }
        database.update(
                "update fund_act set state = 'REVERSED', revision = revision + 1 where id = :id", Map.of("id", id));
        tell(by, kind, "reversed", id, FreeText.checked(reason));
        return find(kind, id).orElseThrow();
    }

    private UUID post(FundAct act, Actor by) {
        Account available = Account.available(act.source(), act.programme());
        Posting posting = switch (act.kind()) {
            case INCOME -> {
                quotas.requireRoomToAppropriate(act.programme(), act.year(), act.source(), act.amountFen());
                yield begin(act, Posting.Kind.APPROPRIATION, act.valueDate())
                        .move(Account.BANK, available, act.amountFen())
                        .done();
            }
            case TREASURY_RETURN -> {
                funds.requireAvailable(act.programme(), Map.of(act.source(), act.amountFen()));
                yield begin(act, Posting.Kind.TREASURY_RETURN, act.valueDate())
                        .move(available, Account.BANK, act.amountFen())
                        .done();
            }
            case CARRY_OVER -> {
                if (yearEnds.closing(act.year(), act.programme(), act.source()) != act.amountFen()) {
                    throw new ProblemException(FundingProblem.BOOKS_CHANGED);
                }
                yield act.amountFen() == 0
                        ? null
                        : begin(act, Posting.Kind.CARRY_OVER, act.valueDate())
                                .move(available, available, act.amountFen())
                                .done();
            }
        };
        return posting == null ? null : ledger.post(posting, by);
    }

    private static Posting.Building begin(FundAct act, Posting.Kind kind, LocalDate valueDate) {
        return Posting.of(kind, act.id(), act.semester(), valueDate);
    }

    private FundAct lockedFor(FundAct.Kind kind, UUID id, String ifMatch, FundAct.State state, Actor by) {
        database.first("select 1 from fund_act where id = :id for update", Map.of("id", id), row -> true);
        FundAct act = find(kind, id).orElseThrow(ProblemException::notFound);
        SecondPerson.require(ifMatch, act.revision(), act.state() == state, act.enteredBy(), by);
        return act;
    }

    private void requireKnown(Entered entered) {
        if (database.number(
                        "select count(*) from fund_source where code = :code and active",
                        Map.of("code", entered.source()))
                == 0) {
            throw new ProblemException(FundingProblem.SOURCE_UNKNOWN);
        }
        if (database.number("select count(*) from programme where code = :code", Map.of("code", entered.programme()))
                == 0) {
            throw new ProblemException(FundingProblem.PROGRAMME_UNKNOWN);
        }
    }

    private void tell(Actor by, FundAct.Kind kind, String what, UUID id, String reason) {
        String subject = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        trail.record(by, subject + "." + what, subject, id.toString(), reason);
    }

    private static FundAct read(ResultSet row) throws SQLException {
        return new FundAct(
                row.getObject(1, UUID.class),
                row.getLong(2),
                Rows.constant(row, 3, FundAct.Kind.class),
                row.getString(4),
                row.getString(5),
                row.getInt(6),
                row.getString(7),
                row.getString(8),
                row.getObject(9, LocalDate.class),
                row.getLong(10),
                row.getObject(11, Long.class),
                row.getString(12),
                Rows.constant(row, 13, FundAct.State.class),
                row.getString(14),
                row.getString(15),
                Rows.instant(row, 16),
                row.getString(17),
                Rows.instant(row, 18),
                row.getObject(19, UUID.class));
    }
}
