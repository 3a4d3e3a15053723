package cn.gov.zhuozhou.aid.registry.revocation;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.event.Outbox;
import cn.gov.zhuozhou.aid.chassis.http.Listing;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.registry.Masked;
import cn.gov.zhuozhou.aid.registry.RegistryProblem;
import cn.gov.zhuozhou.aid.registry.application.Applicants;
import cn.gov.zhuozhou.aid.registry.application.Applications;
import cn.gov.zhuozhou.aid.registry.identification.ProcedureEffects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Finding false statements and deciding about them. */
@ApplicationScoped
class Revocations {
    private static final String SELECT = """
            select r.id, r.student_id, s.name, s.school_code, r.semesters, r.state, r.reason, r.found_by, r.found_by_name,
                r.found_at, r.decided_by_name, r.decided_at, r.version
            from revocation r
            join student s on s.id = r.student_id
            left join school c on c.code = s.school_code
            where (cast(:ownSchool as text) is null or s.school_code = :ownSchool)
              and (cast(:ownTown as text) is null or c.town = :ownTown)
            """;

    private static final Listing<Revocation> LISTING = new Listing<>(SELECT, "r.id", Revocations::read, Revocation::id);

    @Inject
    Database database;

    @Inject
    Applicants applicants;

    @Inject
    Applications applications;

    @Inject
    ProcedureEffects effects;

    @Inject
    FieldCrypto crypto;

    @Inject
    BusinessClock clock;

    @Inject
    Outbox outbox;

    @Inject
    Trail trail;

    Optional<Revocation> find(UUID id, Jurisdiction own) {
        return LISTING.find(database, id, own);
    }

    Page<Revocation> list(String state, String school, Jurisdiction own, Paging paging) {
        return LISTING.page(database, Values.of("r.state", state).and("s.school_code", school), own, paging);
    }

    /** What was found, for those who act on it; each reading is told in the trail. */
    String finding(UUID id, Actor actor) {
        byte[] sealed = database.first(
                        "select finding_sealed from revocation where id = :id and finding_sealed is not null",
                        Map.of("id", id),
                        row -> row.getBytes(1))
                .orElseThrow(() -> new ProblemException(RegistryProblem.ERASED));
        trail.record(actor, "revocation.read", "revocation", id.toString(), null);
        return crypto.decrypt(sealed);
    }

    Revocation report(
            UUID studentId, Semester from, Semester to, Revocation.Reason reason, String finding, Actor actor) {
        applicants.require(studentId, actor.jurisdiction());
        if (from.compareTo(to) > 0 || to.compareTo(effects.openSemester()) > 0) {
            throw new ProblemException(RevocationProblem.SEMESTERS_NOT_VALID);
        }
        UUID id = Ids.next();
        Map<String, Object> values = new HashMap<>();
        values.put("id", id);
        values.put("student", studentId);
        values.put("semesters", codes(from, to));
        values.put("reason", reason);
        values.put("finding", crypto.encrypt(finding));
        values.put("by", actor.id());
        values.put("name", actor.name());
        values.put("now", clock.now());
        int inserted = database.update("""
                insert into revocation (id, student_id, semesters, version, state, reason, finding_sealed, found_by,
                    found_by_name, found_at)
                values (:id, :student, :semesters, 1, 'FOUND', :reason, :finding, :by, :name, :now)
                on conflict (student_id) where state = 'FOUND' do nothing
                """, values);
        if (inserted == 0) {
            throw new ProblemException(RevocationProblem.FINDING_OPEN);
        }
        trail.record(actor, "revocation.found", "revocation", id.toString(), null, Map.of("reason", reason));
        return find(id, actor.jurisdiction()).orElseThrow();
    }

    /** The second person's word. Confirmed: the identification of the open semester is cancelled, recovery is asked. */
    Revocation decide(UUID id, String ifMatch, Revocation.State decision, String opinion, Actor actor) {
        effects.lock();
        Revocation current = find(id, actor.jurisdiction()).orElseThrow(ProblemException::notFound);
        Versions.require(ifMatch, current.version());
        if (current.state() != Revocation.State.FOUND) {
            throw new ProblemException(RevocationProblem.FINDING_DECIDED);
        }
        if (actor.is(current.foundBy())) {
            throw new ProblemException(CommonProblem.SAME_PERSON);
        }
        database.update(
                """
                update revocation set state = :state, version = version + 1, opinion_sealed = :opinion, decided_by = :by,
                    decided_by_name = :name, decided_at = :now
                where id = :id
                """,
                Map.of(
                        "id", id,
                        "state", decision,
                        "opinion", crypto.encrypt(opinion),
                        "by", actor.id(),
                        "name", actor.name(),
                        "now", clock.now()));
        Revocation decided = find(id, actor.jurisdiction()).orElseThrow();
        if (decision == Revocation.State.CONFIRMED) {
            cancel(decided, opinion, actor);
        }
        trail.record(actor, "revocation.decided", "revocation", id.toString(), null, Map.of("decision", decision));
        return decided;
    }

    private void cancel(Revocation confirmed, String opinion, Actor actor) {
        applications.revoke(confirmed.studentId(), confirmed.semesters(), actor);
        Actor finder = new Actor(confirmed.foundBy(), confirmed.foundByName(), Jurisdiction.NONE);
        confirmed.semesters().stream()
                .filter(effects::isOpen)
                .forEach(open -> effects.cancel(
                        confirmed.studentId(), Semester.parse(open), finder, Masked.anywhere(opinion), actor));
        outbox.append(RecoveryAsked.of(confirmed, clock.today()).outbound());
    }

    private static List<String> codes(Semester from, Semester to) {
        return Stream.iterate(from, s -> s.compareTo(to) <= 0, Semester::next)
                .map(Semester::code)
                .toList();
    }

    private static Revocation read(ResultSet row) throws SQLException {
        return new Revocation(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                Rows.strings(row, 5),
                Revocation.State.valueOf(row.getString(6)),
                Revocation.Reason.valueOf(row.getString(7)),
                row.getString(8),
                row.getString(9),
                Rows.instant(row, 10),
                row.getString(11),
                Rows.instant(row, 12),
                row.getLong(13));
    }
}
