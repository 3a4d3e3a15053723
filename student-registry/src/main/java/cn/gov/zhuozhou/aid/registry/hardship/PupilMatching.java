package cn.gov.zhuozhou.aid.registry.hardship;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.registry.identification.Reevaluations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What follows when a person, not a file, has changed what is known of some pupils: they are matched and evaluated again. */
@ApplicationScoped
public class PupilMatching {
    private static final String PERSONS = """
            insert into touched_person
            select identity_index from student where id = any(:students) and identity_index is not null
            union
            select identifier_index from former_identifier
            where kind = 'IDENTITY' and (student_id = any(:students) or holder_id = any(:students))""";

    private static final String HOUSEHOLDS = """
            insert into touched_household
            select distinct e.source, e.household_index
            from (select guardian_identity_index as head from student where id = any(:students)
                  union select second_guardian_identity_index from student where id = any(:students)) g
            join register_entry e on e.head_index = g.head and e.valid_to is null
            where e.household_index is not null""";

    @Inject
    Database database;

    @Inject
    Touched touched;

    @Inject
    Matching matching;

    @Inject
    Reevaluations reevaluations;

    /** Begins; the caller may add to what {@link Touched} holds. */
    public void touch(Collection<UUID> students) {
        touched.begin();
        Map<String, Object> values = Map.of("students", students);
        database.update("insert into touched_student select unnest(:students::uuid[])", values);
        database.update(PERSONS, values);
        database.update(HOUSEHOLDS, values);
    }

    /** Matches and evaluates what was touched, in the transaction that changed the facts. */
    public void settle(LocalDate day) {
        matching.reconcile(null, day);
        List<UUID> pupils = matching.touchedStudents();
        reevaluations.evaluate(pupils);
        database.update("delete from pending_evaluation where student_id = any(:pupils)", Map.of("pupils", pupils));
    }
}
