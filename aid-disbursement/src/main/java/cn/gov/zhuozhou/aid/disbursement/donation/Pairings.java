package cn.gov.zhuozhou.aid.disbursement.donation;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.disbursement.FreeText;
import cn.gov.zhuozhou.aid.disbursement.SecondPerson;
import cn.gov.zhuozhou.aid.disbursement.donation.PairingTransitions.Occasion;
import cn.gov.zhuozhou.aid.disbursement.donation.PairingTransitions.State;
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

/** A donor and a pupil whom he helps for a time (结对帮扶). */
@ApplicationScoped
class Pairings {
    enum EndReason {
        PERIOD_OVER,
        LEFT_SCHOOL,
        DONOR_WITHDREW,
        FAMILY_DECLINED,
        NO_LONGER_IN_NEED
    }

    /** A pairing; {@code amountFen} per semester, {@code toSemester} null while its end is open. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Pairing(
            UUID id,
            long revision,
            UUID donorId,
            UUID studentId,
            String schoolCode,
            Semester fromSemester,
            Semester toSemester,
            long amountFen,
            State state,
            String proposedBy,
            String proposedByName,
            String decidedByName,
            EndReason endedReason,
            LocalDate endedOn)
            implements DecidedResource.Entry {
        boolean covers(Semester semester) {
            return fromSemester.compareTo(semester) <= 0 && (toSemester == null || toSemester.compareTo(semester) >= 0);
        }
    }

    private static final String SELECT = """
            select id, revision, donor_id, student_id, school_code, from_semester, to_semester, amount_fen, state, proposed_by,
                   proposed_by_name, decided_by_name, ended_reason, ended_on
            from pairing
            where (:ownSchool::text is null or school_code = :ownSchool) and (:ownTown::text is null or school_town = :ownTown)
            """;

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    Optional<Pairing> find(UUID id, Jurisdiction own) {
        return database.first(
                SELECT + " and id = :id", Values.of(own.parameters()).and("id", id), Pairings::read);
    }

    List<Pairing> list(UUID donor, UUID student, State state, Jurisdiction own, UUID after, int limit) {
        return database.list(
                SELECT + """
                  and (:donor::uuid is null or donor_id = :donor) and (:student::uuid is null or student_id = :student)
                  and (:state::text is null or state = :state) and (:after::uuid is null or id > :after)
                order by id limit :limit
                """,
                Values.of(own.parameters())
                        .and("donor", donor)
                        .and("student", student)
                        .and("state", state)
                        .and("after", after)
                        .and("limit", limit),
                Pairings::read);
    }

    Pairing propose(UUID donor, UUID student, Semester from, Semester to, long fen, Actor by) {
        UUID id = Ids.next();
        Map<String, Object> values = Values.of("id", id)
                .and("donor", donor)
                .and("student", student)
                .and("from", from.code())
                .and("to", to == null ? null : to.code())
                .and("fen", fen)
                .and("by", by.id())
                .and("name", by.name())
                .and("now", clock.now());
        if (database.number(
                        "select count(*) from donor d, pupil p where d.id = :donor and p.student_id = :student", values)
                == 0) {
            throw ProblemException.notFound();
        }
        int proposed = database.update("""
                insert into pairing (id, revision, donor_id, student_id, school_code, school_town, from_semester, to_semester,
                                     amount_fen, state, proposed_by, proposed_by_name, proposed_at)
                select :id, 1, :donor, student_id, school_code, school_town, :from, :to::text, :fen, 'PROPOSED', :by, :name, :now
                from pupil where student_id = :student
                on conflict (donor_id, student_id) where state in ('PROPOSED', 'ACTIVE') do nothing
                """, values);
        if (proposed == 0) {
            throw new ProblemException(DonationProblem.PAIRED_ALREADY);
        }
        trail.record(by, "pairing.proposed", "pairing", id.toString(), null);
        return find(id, Jurisdiction.BUREAU).orElseThrow();
    }

    Pairing decide(UUID id, String ifMatch, boolean confirmed, String reason, Actor by) {
        Pairing pairing = locked(id);
        boolean waits = pairing.state() == State.PROPOSED;
        SecondPerson.require(ifMatch, pairing.revision(), waits, pairing.proposedBy(), by);
        State to = PairingTransitions.of(pairing.state(), confirmed ? Occasion.AGREE : Occasion.REFUSE);
        database.update(
                """
                update pairing set state = :state, revision = revision + 1, decided_by = :by, decided_by_name = :name,
                  decided_at = :now
                where id = :id
                """,
                Map.of(
                        "id", id,
                        "state", to,
                        "by", by.id(),
                        "name", by.name(),
                        "now", clock.now()));
        trail.record(by, "pairing.decided", "pairing", id.toString(), FreeText.checked(reason));
        return find(id, Jurisdiction.BUREAU).orElseThrow();
    }

    Pairing end(UUID id, String ifMatch, EndReason reason, Actor by) {
        Pairing pairing = locked(id);
        Versions.require(ifMatch, pairing.revision());
        State to = PairingTransitions.of(pairing.state(), Occasion.END);
        database.update("""
                update pairing set state = :state, revision = revision + 1, ended_reason = :reason, ended_on = :today
                where id = :id
                """, Map.of("id", id, "state", to, "reason", reason, "today", clock.today()));
        trail.record(by, "pairing.ended", "pairing", id.toString(), reason.name());
        return find(id, Jurisdiction.BUREAU).orElseThrow();
    }

    private Pairing locked(UUID id) {
        database.first("select 1 from pairing where id = :id for update", Map.of("id", id), row -> true);
        return find(id, Jurisdiction.BUREAU).orElseThrow(ProblemException::notFound);
    }

    private static Pairing read(ResultSet row) throws SQLException {
        String to = row.getString(7);
        return new Pairing(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getString(5),
                Semester.parse(row.getString(6)),
                to == null ? null : Semester.parse(to),
                row.getLong(8),
                Rows.constant(row, 9, State.class),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                Rows.constant(row, 13, EndReason.class),
                row.getObject(14, LocalDate.class));
    }
}
