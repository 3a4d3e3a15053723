package cn.gov.zhuozhou.aid.registry.duplicate;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.registry.Masked;
import cn.gov.zhuozhou.aid.registry.duplicate.MergeRules.Side;
import cn.gov.zhuozhou.aid.registry.student.Students;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Asking for a merge, deciding on it, and asking to undo it. */
@ApplicationScoped
class StudentMerges {
    enum Decision {
        CONFIRMED,
        REFUSED
    }

    private record Asked(UUID survivor, UUID absorbed, MergeState state, String by, long version) {}

    private static final String SIDE = """
            select p.id, p.name, p.merged_into is not null as merged_away,
              exists (select 1 from student o where o.merged_into = p.id) as absorbs,
              array(select i.identity_index from pupil_identity i
                    where i.student_id = p.id and i.identity_index is not null) as identities,
              exists (select 1 from identification i join semester s on s.code = i.semester
                      where i.student_id = p.id and i.identified and s.state in ('OPENING', 'OPEN')) as identified
            from student p where p.id = :id for update of p""";

    @Inject
    Database database;

    @Inject
    FieldCrypto crypto;

    @Inject
    Students students;

    @Inject
    Joining joining;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    List<MergeView> list(MergeState state, Actor actor, UUID after, int most) {
        Map<String, Object> values = actor.jurisdiction().parameters();
        values.put("state", state);
        values.put("after", after);
        values.put("most", most);
        var session = crypto.session();
        return database.list(MergeView.SELECT + """
                 and (:state::text is null or m.state = :state) and (:after::uuid is null or m.id > :after)
                order by m.id limit :most""", values, row -> MergeView.of(row, session));
    }

    MergeView find(UUID id, Actor actor) {
        Map<String, Object> values = actor.jurisdiction().parameters();
        values.put("id", id);
        var session = crypto.session();
        return database.first(MergeView.SELECT + " and m.id = :id", values, row -> MergeView.of(row, session))
                .orElseThrow(ProblemException::notFound);
    }

    MergeView propose(UUID survivor, UUID absorbed, String reason, Actor actor) {
        if (!students.exists(survivor, actor.jurisdiction()) || !students.exists(absorbed, actor.jurisdiction())) {
            throw ProblemException.notFound();
        }
        requireMergeable(survivor, absorbed);
        Map<String, Object> values = act(Ids.next(), reason, actor);
        values.put("survivor", survivor);
        values.put("absorbed", absorbed);
        int asked = database.update("""
                insert into student_merge (id, survivor_id, absorbed_id, state, reason, proposed_by, proposed_by_name, proposed_at)
                values (:id, :survivor, :absorbed, 'PROPOSED', :text, :by, :name, :now)
                on conflict do nothing""", values);
        if (asked == 0) {
            throw new ProblemException(MergeProblem.ASKED_ALREADY);
        }
        UUID id = (UUID) values.get("id");
        trail.record(
                actor,
                "student.merge-proposed",
                "student-merge",
                id.toString(),
                Masked.anywhere(reason),
                Map.of("survivor", survivor, "absorbed", absorbed));
        return find(id, actor);
    }

    MergeView decide(UUID id, String ifMatch, Decision decision, String opinion, Actor actor) {
        joining.takeTurn();
        Asked asked = lock(id, ifMatch, actor);
        if (actor.is(asked.by())) {
            throw new ProblemException(CommonProblem.SAME_PERSON);
        }
        var occasion = decision == Decision.CONFIRMED ? MergeState.Occasion.CONFIRMED : MergeState.Occasion.REFUSED;
        MergeState after = asked.state().after(occasion);
        Map<String, Object> values = act(id, opinion, actor);
        values.put("state", after);
        if (decision == Decision.CONFIRMED && after == MergeState.MERGED) {
            requireMergeable(asked.survivor(), asked.absorbed());
            joining.join(id, asked.survivor(), asked.absorbed());
        } else if (decision == Decision.CONFIRMED) {
            joining.part(id, asked.survivor(), asked.absorbed());
        }
        database.update("""
                update student_merge set state = :state, version = version + 1, decided_by = :by, decided_by_name = :name,
                  decided_at = :now, opinion = :text
                where id = :id""", values);
        joining.settle();
        trail.record(
                actor,
                asked.state() == MergeState.PROPOSED ? "student.merge-decided" : "student.merge-undo-decided",
                "student-merge",
                id.toString(),
                Masked.anywhere(opinion),
                Map.of("state", after));
        return find(id, actor);
    }

    MergeView askToUndo(UUID id, String ifMatch, String reason, Actor actor) {
        Asked asked = lock(id, ifMatch, actor);
        Map<String, Object> values = act(id, reason, actor);
        values.put("state", asked.state().after(MergeState.Occasion.UNDO_ASKED));
        database.update("""
                update student_merge set state = :state, version = version + 1, reason = :text, proposed_by = :by,
                  proposed_by_name = :name, proposed_at = :now
                where id = :id""", values);
        trail.record(actor, "student.merge-undo-proposed", "student-merge", id.toString(), Masked.anywhere(reason));
        return find(id, actor);
    }

    private Asked lock(UUID id, String ifMatch, Actor actor) {
        find(id, actor);
        Asked asked = database.first(
                        "select survivor_id, absorbed_id, state, proposed_by, version from student_merge"
                                + " where id = :id for update",
                        Map.of("id", id),
                        row -> new Asked(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                MergeState.valueOf(row.getString(3)),
                                row.getString(4),
                                row.getLong(5)))
                .orElseThrow();
        Versions.require(ifMatch, asked.version());
        return asked;
    }

    private void requireMergeable(UUID survivor, UUID absorbed) {
        MergeRules.refusal(side(survivor), side(absorbed)).ifPresent(problem -> {
            throw new ProblemException(problem);
        });
    }

    private Side side(UUID id) {
        return database.first(
                        SIDE,
                        Map.of("id", id),
                        row -> new Side(
                                id,
                                row.getString("name"),
                                row.getBoolean("merged_away"),
                                row.getBoolean("absorbs"),
                                uuids((UUID[]) row.getArray("identities").getArray()),
                                row.getBoolean("identified")))
                .orElseThrow(ProblemException::notFound);
    }

    private static Set<UUID> uuids(UUID[] array) {
        return new HashSet<>(Arrays.asList(array));
    }

    private Map<String, Object> act(UUID id, String text, Actor actor) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", id);
        values.put("text", Masked.anywhere(text));
        values.put("by", actor.id());
        values.put("name", actor.name());
        values.put("now", clock.now());
        return values;
    }
}
