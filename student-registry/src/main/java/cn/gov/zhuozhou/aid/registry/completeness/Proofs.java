package cn.gov.zhuozhou.aid.registry.completeness;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.registry.completeness.Proof.OfSchool;
import cn.gov.zhuozhou.aid.registry.completeness.Proof.Person;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Makes and keeps proofs; one made is never changed (the database refuses). */
@ApplicationScoped
class Proofs {
    private static final Logger LOG = Logger.getLogger(Proofs.class);

    private static final String OPEN = "select 1 from semester where code = :code and state = 'OPEN'";

    private static final String SCHOOL = """
            select 1 from school c where c.code = :code
              and (:ownSchool::text is null or c.code = :ownSchool) and (:ownTown::text is null or c.town = :ownTown)""";

    private static final String KEEP = """
            insert into completeness_proof (id, semester, school_code, state, expected, identified, explained, missing, sha256,
              content, made_by, made_by_name, made_at)
            values (:id, :semester, :school, :state, :expected, :identified, :explained, :missing, :hash, :content, :by,
              :name, :now)""";

    @Inject
    Database database;

    @Inject
    Expected expected;

    @Inject
    ObjectMapper json;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    /** @param school null for the whole county, which only the bureau asks for */
    ProofView make(Semester semester, String school, Actor actor) {
        requireSchool(school, actor.jurisdiction());
        if (database.first(OPEN, Map.of("code", semester.code()), row -> row.getInt(1))
                .isEmpty()) {
            throw new ProblemException(CompletenessProblem.NOT_THE_OPEN_SEMESTER);
        }
        List<Person> people = expected.people(semester, school);
        var proof = new Proof(
                semester.code(),
                school,
                clock.today(),
                clock.now().truncatedTo(ChronoUnit.MILLIS),
                expected.feeds(semester),
                Proof.bySchool(people),
                people,
                expected.unmatchedPersons());
        UUID id = Ids.next();
        OfSchool total = proof.total();
        keep(id, proof, total, actor);
        if (total.missing() > 0) {
            LOG.warnf("Completeness proof %s: %d pupils without identification or reason", id, total.missing());
        }
        trail.record(
                actor,
                "completeness.proven",
                "completeness-proof",
                id.toString(),
                null,
                Map.of("expected", total.expected(), "missing", total.missing()));
        return find(id, actor.jurisdiction()).orElseThrow();
    }

    private void keep(UUID id, Proof proof, OfSchool total, Actor actor) {
        String content = written(proof);
        Map<String, Object> values = new HashMap<>();
        values.put("id", id);
        values.put("semester", proof.semester());
        values.put("school", proof.school());
        values.put("state", total.missing() == 0 ? "COMPLETE" : "INCOMPLETE");
        values.put("expected", total.expected());
        values.put("identified", total.identified());
        values.put("explained", total.explained());
        values.put("missing", total.missing());
        values.put("hash", sha256(content));
        values.put("content", content);
        values.put("by", actor.id());
        values.put("name", actor.name());
        values.put("now", proof.madeAt());
        database.update(KEEP, values);
    }

    List<ProofView> list(String semester, Jurisdiction own, UUID after, int most) {
        Map<String, Object> values = own.parameters();
        values.put("semester", semester);
        values.put("after", after);
        values.put("most", most);
        return database.list(ProofView.SELECT + """
                 and (:semester::text is null or p.semester = :semester) and (:after::uuid is null or p.id > :after)
                order by p.id limit :most""", values, ProofView::of);
    }

    Optional<ProofView> find(UUID id, Jurisdiction own) {
        Map<String, Object> values = own.parameters();
        values.put("id", id);
        return database.first(ProofView.SELECT + " and p.id = :id", values, ProofView::of);
    }

    /** The very text the hash was made of. */
    Optional<String> content(UUID id, Jurisdiction own) {
        Map<String, Object> values = own.parameters();
        values.put("id", id);
        return database.first(ProofView.SELECT + " and p.id = :id", values, row -> row.getString("content"));
    }

    Proof read(String content) {
        try {
            return json.readValue(content, Proof.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a proof cannot be read any more", e);
        }
    }

    private void requireSchool(String school, Jurisdiction own) {
        Map<String, Object> values = own.parameters();
        values.put("code", school);
        boolean allowed = school == null
                ? own.isBureau()
                : database.first(SCHOOL, values, row -> row.getInt(1)).isPresent();
        if (!allowed) {
            throw ProblemException.notFound();
        }
    }

    private String written(Proof proof) {
        try {
            return json.writeValueAsString(proof);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a proof cannot be written", e);
        }
    }

    static String sha256(String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
