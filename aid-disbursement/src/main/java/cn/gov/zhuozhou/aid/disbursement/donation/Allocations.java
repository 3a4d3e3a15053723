package cn.gov.zhuozhou.aid.disbursement.donation;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.disbursement.FreeText;
import cn.gov.zhuozhou.aid.disbursement.PastDay;
import cn.gov.zhuozhou.aid.disbursement.SecondPerson;
import cn.gov.zhuozhou.aid.disbursement.donation.Donations.Donation;
import cn.gov.zhuozhou.aid.disbursement.funding.Funds;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What of a donation is meant for which pupil. Once approved its money is reserved in the books like a batch's. */
@ApplicationScoped
class Allocations {
    /** PROPOSED becomes APPROVED or REFUSED by another person; APPROVED becomes PAID or WITHDRAWN. */
    enum State {
        PROPOSED,
        APPROVED,
        REFUSED,
        PAID,
        WITHDRAWN
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Allocation(
            UUID id,
            long revision,
            UUID donationId,
            UUID pairingId,
            UUID studentId,
            String schoolCode,
            String semester,
            long amountFen,
            State state,
            String proposedBy,
            String proposedByName,
            String decidedByName,
            LocalDate paidOn,
            String evidence)
            implements DecidedResource.Entry {}

    private static final String SELECT = """
            select id, revision, donation_id, pairing_id, student_id, school_code, semester, amount_fen, state, proposed_by,
                   proposed_by_name, decided_by_name, paid_on, evidence
            from donation_allocation
            where (:ownSchool::text is null or school_code = :ownSchool) and (:ownTown::text is null or school_town = :ownTown)
            """;

    @Inject
    Database database;

    @Inject
    Donations donations;

    @Inject
    Pairings pairings;

    @Inject
    Funds funds;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    Optional<Allocation> find(UUID id, Jurisdiction own) {
        return database.first(
                SELECT + " and id = :id", Values.of(own.parameters()).and("id", id), Allocations::read);
    }

    List<Allocation> list(UUID donation, String semester, State state, Jurisdiction own, UUID after, int limit) {
        return database.list(
                SELECT + """
                  and (:donation::uuid is null or donation_id = :donation)
                  and (:semester::text is null or semester = :semester)
                  and (:state::text is null or state = :state) and (:after::uuid is null or id > :after)
                order by id limit :limit
                """,
                Values.of(own.parameters())
                        .and("donation", donation)
                        .and("semester", semester)
                        .and("state", state)
                        .and("after", after)
                        .and("limit", limit),
                Allocations::read);
    }

    /** @param pairingId null where it reaches a pupil outside a pairing */
    Allocation propose(UUID donationId, UUID pairingId, UUID student, Semester semester, long fen, Actor by) {
        Donation donation = donations.locked(donationId).orElseThrow(ProblemException::notFound);
        requireFits(donation, pairingId, student, semester, fen);
        requireWithinConditions(donation, student, fen);
        UUID id = Ids.next();
        int proposed = database.update(
                """
                insert into donation_allocation (id, revision, donation_id, pairing_id, student_id, school_code, school_town,
                                                 semester, amount_fen, state, proposed_by, proposed_by_name, proposed_at)
                select :id, 1, :donation, :pairing::uuid, student_id, school_code, school_town, :semester, :fen, 'PROPOSED', :by,
                       :name, :now
                from pupil where student_id = :student
                on conflict (donation_id, student_id, semester) where state in ('PROPOSED', 'APPROVED', 'PAID') do nothing
                """,
                Values.of("id", id)
                        .and("donation", donationId)
                        .and("pairing", pairingId)
                        .and("student", student)
                        .and("semester", semester.code())
                        .and("fen", fen)
                        .and("by", by.id())
                        .and("name", by.name())
                        .and("now", clock.now()));
        if (proposed == 0) {
            throw new ProblemException(DonationProblem.ALLOCATED_ALREADY);
        }
        trail.record(by, "donation-allocation.proposed", "donation-allocation", id.toString(), null);
        return find(id, Jurisdiction.BUREAU).orElseThrow();
    }

    Allocation decide(UUID id, String ifMatch, boolean approved, String reason, Actor by) {
        Allocation allocation = locked(id);
        Donation donation = donations.locked(allocation.donationId()).orElseThrow();
        boolean waits = allocation.state() == State.PROPOSED;
        SecondPerson.require(ifMatch, allocation.revision(), waits, allocation.proposedBy(), by);
        if (approved) {
            requireWithinConditions(donation, allocation.studentId(), allocation.amountFen());
            funds.reserve(
                    id,
                    donation.programme(),
                    allocation.semester(),
                    Map.of(donation.source(), allocation.amountFen()),
                    by);
        }
        database.update(
                """
                update donation_allocation set state = :state, revision = revision + 1, decided_by = :by,
                  decided_by_name = :name, decided_at = :now
                where id = :id
                """,
                Map.of(
                        "id", id,
                        "state", approved ? State.APPROVED : State.REFUSED,
                        "by", by.id(),
                        "name", by.name(),
                        "now", clock.now()));
        return told(id, approved ? "approved" : "refused", FreeText.checked(reason), by);
    }

    /** The pupil has his money. */
    Allocation paid(UUID id, String ifMatch, LocalDate on, String evidence, Actor by) {
        PastDay.require(on, clock);
        requireApproved(id, ifMatch);
        funds.settle(id, find(id, Jurisdiction.BUREAU).orElseThrow().amountFen(), on, by);
        database.update("""
                update donation_allocation set state = 'PAID', revision = revision + 1, paid_on = :on, evidence = :evidence
                where id = :id
                """, Map.of("id", id, "on", on, "evidence", FreeText.checked(evidence)));
        return told(id, "paid", null, by);
    }

    /** It does not reach the pupil after all; the money is the donation's again. */
    Allocation withdraw(UUID id, String ifMatch, String reason, Actor by) {
        requireApproved(id, ifMatch);
        funds.release(id, by);
        database.update(
                "update donation_allocation set state = 'WITHDRAWN', revision = revision + 1 where id = :id",
                Map.of("id", id));
        return told(id, "withdrawn", FreeText.checked(reason), by);
    }

    private Allocation told(UUID id, String what, String reason, Actor by) {
        trail.record(by, "donation-allocation." + what, "donation-allocation", id.toString(), reason);
        return find(id, Jurisdiction.BUREAU).orElseThrow();
    }

    private void requireApproved(UUID id, String ifMatch) {
        Allocation allocation = locked(id);
        Versions.require(ifMatch, allocation.revision());
        if (allocation.state() != State.APPROVED) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT);
        }
    }

    private void requireFits(Donation donation, UUID pairingId, UUID student, Semester semester, long fen) {
        if (pairingId == null) {
            return;
        }
        boolean fits = pairings.find(pairingId, Jurisdiction.BUREAU)
                .filter(pairing -> pairing.state() == PairingTransitions.State.ACTIVE
                        && pairing.donorId().equals(donation.donorId())
                        && pairing.studentId().equals(student)
                        && pairing.covers(semester)
                        && pairing.amountFen() == fen)
                .isPresent();
        if (!fits) {
            throw new ProblemException(DonationProblem.PAIRING_DOES_NOT_FIT);
        }
    }

    private void requireWithinConditions(Donation donation, UUID student, long fen) {
        Conditions.Place place = database.first(
                        "select school_code, stage from pupil where student_id = :student",
                        Map.of("student", student),
                        row -> new Conditions.Place(row.getString(1), row.getString(2)))
                .orElseThrow(ProblemException::notFound);
        Conditions.refuse(donation.given(), place, fen).ifPresent(refusal -> {
            throw new ProblemException(refusal.problem(), refusal.why());
        });
    }

    private Allocation locked(UUID id) {
        database.first("select 1 from donation_allocation where id = :id for update", Map.of("id", id), row -> true);
        return find(id, Jurisdiction.BUREAU).orElseThrow(ProblemException::notFound);
    }

    private static Allocation read(ResultSet row) throws SQLException {
        return new Allocation(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getObject(5, UUID.class),
                row.getString(6),
                row.getString(7),
                row.getLong(8),
                Rows.constant(row, 9, State.class),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getObject(13, LocalDate.class),
                row.getString(14));
    }
}
