package cn.gov.zhuozhou.aid.disbursement.donation;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.disbursement.FreeText;
import cn.gov.zhuozhou.aid.disbursement.PastDay;
import cn.gov.zhuozhou.aid.disbursement.SecondPerson;
import cn.gov.zhuozhou.aid.disbursement.ledger.Account;
import cn.gov.zhuozhou.aid.disbursement.ledger.Ledger;
import cn.gov.zhuozhou.aid.disbursement.ledger.Posting;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Donations: entered by one person, confirmed by another; money is posted then. */
@ApplicationScoped
class Donations {
    enum Form {
        MONEY,
        IN_KIND
    }

    enum State {
        ENTERED,
        CONFIRMED,
        REFUSED
    }

    /** What a person enters; each part of the conditions, the activity and the description may be null. */
    record Entered(
            UUID donorId,
            UUID activityId,
            Form form,
            String programme,
            String source,
            String semester,
            long amountFen,
            String description,
            String purpose,
            String onlySchool,
            String onlyStage,
            LocalDate receivedOn) {}

    /**
     * A donation; amounts in fen.
     *
     * @param amountFen in kind: what it is worth
     * @param allocatedFen of it, approved for pupils
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Donation(
            UUID id,
            long revision,
            UUID donorId,
            UUID activityId,
            Form form,
            String programme,
            String source,
            String semester,
            long amountFen,
            String description,
            String purpose,
            String onlySchool,
            String onlyStage,
            LocalDate receivedOn,
            State state,
            long allocatedFen,
            String enteredBy,
            String enteredByName,
            String decidedByName,
            UUID transactionId)
            implements DecidedResource.Entry {
        Conditions.Given given() {
            boolean money = form == Form.MONEY && state == State.CONFIRMED;
            return new Conditions.Given(money, amountFen - allocatedFen, onlySchool, onlyStage);
        }
    }

    private static final String SELECT = """
            select id, revision, donor_id, activity_id, form, programme, source, semester, amount_fen, description, purpose,
                   only_school, only_stage, received_on, state, allocated_fen, entered_by, entered_by_name, decided_by_name,
                   transaction_id
            from donation
            """;

    @Inject
    Database database;

    @Inject
    Ledger ledger;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    Optional<Donation> find(UUID id) {
        return database.first(SELECT + "where id = :id", Values.of("id", id), Donations::read);
    }

    /** Waits for everybody who is changing it. */
    Optional<Donation> locked(UUID id) {
        return database.first(SELECT + "where id = :id for update", Values.of("id", id), Donations::read);
    }

    List<Donation> list(UUID donor, String semester, State state, UUID after, int limit) {
        return database.list(
                SELECT + """
                where (:donor::uuid is null or donor_id = :donor) and (:semester::text is null or semester = :semester)
                  and (:state::text is null or state = :state) and (:after::uuid is null or id > :after)
                order by id limit :limit
                """,
                Values.of("donor", donor)
                        .and("semester", semester)
                        .and("state", state)
                        .and("after", after)
                        .and("limit", limit),
                Donations::read);
    }

    Donation enter(Entered entered, Actor by) {
        PastDay.require(entered.receivedOn(), clock);
        if (entered.form() == Form.IN_KIND
                && (entered.description() == null || entered.description().isBlank())) {
            throw new ProblemException(DonationProblem.IN_KIND_UNDESCRIBED);
        }
        UUID id = Ids.next();
        int inserted = database.update(
                """
                insert into donation (id, revision, donor_id, activity_id, form, programme, source, semester, amount_fen,
                                      description, purpose, only_school, only_stage, received_on, state, entered_by,
                                      entered_by_name, entered_at)
                select :id, 1, d.id, :activity::uuid, :form, p.code, s.code, :semester, :fen, :description::text, :purpose,
                       :onlySchool::text, :onlyStage::text, :received, 'ENTERED', :by, :name, :now
                from donor d, programme p, fund_source s
                where d.id = :donor and p.code = :programme and p.payer = 'DONOR' and s.code = :source and s.kind = 'DONOR'
                  and s.active and (:activity::uuid is null or exists (select from donation_activity a where a.id = :activity))
                """,
                Values.of("id", id)
                        .and("donor", entered.donorId())
                        .and("activity", entered.activityId())
                        .and("form", entered.form())
                        .and("programme", entered.programme())
                        .and("source", entered.source())
                        .and("semester", entered.semester())
                        .and("fen", entered.amountFen())
                        .and("description", checked(entered.description()))
                        .and("purpose", FreeText.checked(entered.purpose()))
                        .and("onlySchool", entered.onlySchool())
                        .and("onlyStage", entered.onlyStage())
                        .and("received", entered.receivedOn())
                        .and("by", by.id())
                        .and("name", by.name())
                        .and("now", clock.now()));
        if (inserted == 0) {
            throw new ProblemException(DonationProblem.NOT_OF_DONORS);
        }
        trail.record(by, "donation.entered", "donation", id.toString(), null);
        return find(id).orElseThrow();
    }

    Donation decide(UUID id, String ifMatch, boolean confirmed, String reason, Actor by) {
        Donation donation = locked(id).orElseThrow(ProblemException::notFound);
        boolean waits = donation.state() == State.ENTERED;
        SecondPerson.require(ifMatch, donation.revision(), waits, donation.enteredBy(), by);
        UUID posted = confirmed && donation.form() == Form.MONEY ? post(donation, by) : null;
        database.update(
                """
                update donation set state = :state, revision = revision + 1, decided_by = :by, decided_by_name = :name,
                  decided_at = :now, transaction_id = :transaction
                where id = :id
                """,
                Values.of("id", id)
                        .and("state", confirmed ? State.CONFIRMED : State.REFUSED)
                        .and("by", by.id())
                        .and("name", by.name())
                        .and("now", clock.now())
                        .and("transaction", posted));
        String act = confirmed ? "donation.confirmed" : "donation.refused";
        trail.record(by, act, "donation", id.toString(), FreeText.checked(reason));
        return find(id).orElseThrow();
    }

    private UUID post(Donation donation, Actor by) {
        return ledger.post(
                Posting.of(Posting.Kind.DONATION, donation.id(), donation.semester(), donation.receivedOn())
                        .move(
                                Account.BANK,
                                Account.available(donation.source(), donation.programme()),
                                donation.amountFen())
                        .done(),
                by);
    }

    private static String checked(String text) {
        return text == null ? null : FreeText.checked(text);
    }

    private static Donation read(ResultSet row) throws SQLException {
        return new Donation(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                Rows.constant(row, 5, Form.class),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getLong(9),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getString(13),
                row.getObject(14, LocalDate.class),
                Rows.constant(row, 15, State.class),
                row.getLong(16),
                row.getString(17),
                row.getString(18),
                row.getString(19),
                row.getObject(20, UUID.class));
    }
}
