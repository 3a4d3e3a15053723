package cn.gov.zhuozhou.aid.registry.application;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.http.Listing;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException.FieldError;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.registry.RegistryProblem;
import cn.gov.zhuozhou.aid.registry.identification.ProcedureEffects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Written waivers (放弃说明): the rules see them, and applications under way end. */
@ApplicationScoped
class Waivers {
    enum State {
        STANDING,
        TAKEN_BACK
    }

    /** A waiver as working lists show it; the reason is read by those who act on it. */
    record Waiver(
            UUID id,
            UUID studentId,
            String name,
            String schoolCode,
            String semester,
            State state,
            Signature.By signedBy,
            LocalDate signedOn,
            String recordedBy,
            long version) {}

    private static final String SELECT = """
            select w.id, w.student_id, s.name, s.school_code, w.semester, w.state, w.signed_by, w.signed_on,
                w.recorded_by_name, w.version
            from waiver w
            join student s on s.id = w.student_id
            left join school c on c.code = s.school_code
            where (cast(:ownSchool as text) is null or s.school_code = :ownSchool)
              and (cast(:ownTown as text) is null or c.town = :ownTown)
            """;

    private static final Listing<Waiver> LISTING = new Listing<>(SELECT, "w.id", Waivers::read, Waiver::id);

    @Inject
    Database database;

    @Inject
    Applicants applicants;

    @Inject
    Applications applications;

    @Inject
    Templates templates;

    @Inject
    ProcedureEffects effects;

    @Inject
    FieldCrypto crypto;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    Optional<Waiver> find(UUID id, Jurisdiction own) {
        return LISTING.find(database, id, own);
    }

    Page<Waiver> list(String semester, String school, String state, Jurisdiction own, Paging paging) {
        return LISTING.page(
                database,
                Values.of("w.semester", semester).and("s.school_code", school).and("w.state", state),
                own,
                paging);
    }

    /** The family's reason, for those who act on it; each reading is told in the trail. */
    String reason(UUID id, Actor actor) {
        byte[] sealed = database.first(
                        "select reason_sealed from waiver where id = :id and reason_sealed is not null",
                        Map.of("id", id),
                        row -> row.getBytes(1))
                .orElseThrow(() -> new ProblemException(RegistryProblem.ERASED));
        trail.record(actor, "waiver.read", "waiver", id.toString(), null);
        return crypto.decrypt(sealed);
    }

    Waiver waive(UUID studentId, String reason, Signature signature, Actor actor) {
        effects.lock();
        Applicants.Applicant pupil = applicants.require(studentId, actor.jurisdiction());
        Semester semester = effects.openSemester();
        List<FieldError> faults = signature.faults(
                pupil.birthDate(), templates.inForce().definition().selfSignsFromAge(), clock.today());
        if (!faults.isEmpty()) {
            throw new ProblemException(ApplicationProblem.SIGNATURE_NOT_VALID, Text.of("", ""), faults);
        }
        UUID id = Ids.next();
        Map<String, Object> values = new HashMap<>();
        values.put("id", id);
        values.put("student", studentId);
        values.put("semester", semester.code());
        values.put("signedBy", signature.by());
        values.put("signedOn", signature.signedOn());
        values.put("signer", signature.name());
        values.put("reason", crypto.encrypt(reason));
        values.put("by", actor.id());
        values.put("name", actor.name());
        values.put("now", clock.now());
        int inserted = database.update("""
                insert into waiver (id, student_id, semester, version, state, signed_by, signed_on, signer, reason_sealed,
                    recorded_by, recorded_by_name, recorded_at)
                values (:id, :student, :semester, 1, 'STANDING', :signedBy, :signedOn, :signer, :reason, :by, :name, :now)
                on conflict (student_id, semester) where state = 'STANDING' do nothing
                """, values);
        if (inserted == 0) {
            throw new ProblemException(ApplicationProblem.WAIVER_STANDS);
        }
        applications.withdrawOpen(studentId, semester.code(), actor);
        effects.evaluate(studentId, semester, actor);
        trail.record(actor, "waiver.recorded", "waiver", id.toString(), null);
        return find(id, actor.jurisdiction()).orElseThrow();
    }

    /** The family takes it back; what holds counts again. */
    Waiver takeBack(UUID id, String ifMatch, Actor actor) {
        effects.lock();
        Waiver current = find(id, actor.jurisdiction()).orElseThrow(ProblemException::notFound);
        Versions.require(ifMatch, current.version());
        if (current.state() != State.STANDING) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT);
        }
        database.update(
                "update waiver set state = 'TAKEN_BACK', version = version + 1 where id = :id", Map.of("id", id));
        if (effects.isOpen(current.semester())) {
            effects.evaluate(current.studentId(), Semester.parse(current.semester()), actor);
        }
        trail.record(actor, "waiver.taken-back", "waiver", id.toString(), null);
        return find(id, actor.jurisdiction()).orElseThrow();
    }

    private static Waiver read(ResultSet row) throws SQLException {
        return new Waiver(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                State.valueOf(row.getString(6)),
                Signature.By.valueOf(row.getString(7)),
                row.getObject(8, LocalDate.class),
                row.getString(9),
                row.getLong(10));
    }
}
