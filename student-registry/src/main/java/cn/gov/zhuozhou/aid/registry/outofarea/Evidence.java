package cn.gov.zhuozhou.aid.registry.outofarea;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.registry.hardship.CasesChanged;
import cn.gov.zhuozhou.aid.registry.identification.RuleSets;
import cn.gov.zhuozhou.aid.registry.identification.rule.Category;
import cn.gov.zhuozhou.aid.registry.outofarea.Answer.Said;
import cn.gov.zhuozhou.aid.registry.outofarea.Answer.Source;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Keeps what registers say of pupils out of area: whether they are in hardship still, and what is proposed on S74. */
@ApplicationScoped
class Evidence {
    private record Held(List<String> categories, boolean inHardship) {}

    /** The registers were matched: the tables of {@link CasesChanged} name the persons touched. */
    private static final String TOUCHED = """
            select s.id from out_of_area_student s join touched_person t on t.person_index = s.identity_index
            where s.state = 'ACTIVE'
            union
            select s.id from out_of_area_student s join touched_person t on t.person_index = s.guardian_index
            where s.state = 'ACTIVE'
            union
            select s.id from out_of_area_student s
            join register_entry e on e.head_index = s.guardian_index and e.valid_to is null
            join touched_person t on t.person_index = e.person_index
            where s.state = 'ACTIVE'
            order by 1""";

    private static final String CATEGORIES = """
            select array(
              select e.category from register_entry e where e.person_index = s.identity_index and e.valid_to is null
              union
              select e.category from register_entry e
              where e.person_index = s.guardian_index and e.valid_to is null and e.category = any(:ofHouseholds::text[])
              union
              select e.category from register_entry e
              where e.head_index = s.guardian_index and e.valid_to is null and e.category = any(:ofHouseholds::text[])
              order by 1)
            from out_of_area_student s where s.id = :id""";

    private static final String KEEP = """
            update out_of_area_student set categories = :categories::text[], in_hardship = :now,
              hardship_since = case when :now and not in_hardship then :today else hardship_since end,
              hardship_until = case when :now then null when in_hardship then :today else hardship_until end,
              letter_due_on = case when :now and not in_hardship then :due else letter_due_on end
            where id = :id""";

    @Inject
    RuleSets ruleSets;

    @Inject
    Database database;

    @Inject
    OutOfAreaStudents students;

    @Inject
    AnswerStore answers;

    @Inject
    Terms terms;

    @Inject
    BusinessClock clock;

    void follow(@Observes CasesChanged changed) {
        List<UUID> touched = database.list(TOUCHED, Map.of(), row -> row.getObject(1, UUID.class));
        for (UUID id : touched) {
            students.await(id);
            if (follow(id)) {
                students.settle(id);
            }
        }
    }

    /** Looks again; true where something is different now. */
    boolean follow(UUID id) {
        List<String> categories = database.first(
                        CATEGORIES,
                        Values.of("id", id).and("ofHouseholds", RegisterEvidence.OF_HOUSEHOLDS),
                        row -> Rows.strings(row, 1))
                .orElseThrow();
        RegisterEvidence found = proven(categories);
        propose(id, found.fourCategory());
        Answer four = answers.present(id).get(Question.FOUR_CATEGORY);
        boolean confirmed = four != null && Boolean.TRUE.equals(four.confirmed());
        boolean inHardship = found.proven() || confirmed;
        Held held = held(id);
        boolean differs = held.inHardship() != inHardship || !held.categories().equals(categories);
        database.update(
                KEEP,
                Values.of("id", id)
                        .and("categories", categories)
                        .and("now", inHardship)
                        .and("today", clock.today())
                        .and("due", terms.due(Terms.Matter.LETTER, clock.today())));
        return differs;
    }

    /** Confirmed answers stay while registers say the same; a change of them asks anew. */
    private void propose(UUID id, boolean fourCategory) {
        Answer known = answers.present(id).get(Question.FOUR_CATEGORY);
        boolean changed = known == null || heldFour(id) != fourCategory;
        boolean saysSo = known != null
                && Boolean.valueOf(fourCategory).equals(known.said().yes());
        if (changed && !saysSo) {
            answers.add(
                    id,
                    Question.FOUR_CATEGORY,
                    Answer.State.PROPOSED,
                    Said.yes(fourCategory),
                    Source.REGISTER,
                    Actor.system("registers"));
        }
    }

    private boolean heldFour(UUID id) {
        return proven(held(id).categories()).fourCategory();
    }

    /** An intake does not fail for want of a rule set: nothing is proven then. */
    private RegisterEvidence proven(List<String> codes) {
        return ruleSets.find(clock.semester())
                .map(set -> RegisterEvidence.of(categories(codes), set.parameters()))
                .orElse(RegisterEvidence.NONE);
    }

    private Held held(UUID id) {
        return database.first(
                        "select categories, in_hardship from out_of_area_student where id = :id",
                        Map.of("id", id),
                        row -> new Held(Rows.strings(row, 1), row.getBoolean(2)))
                .orElseThrow();
    }

    /** A register may use a code this rule set does not know; it proves nothing then. */
    private static Set<Category> categories(List<String> codes) {
        Set<String> named = new HashSet<>(codes);
        return Set.copyOf(Arrays.stream(Category.values())
                .filter(category -> named.contains(category.name()))
                .toList());
    }
}
