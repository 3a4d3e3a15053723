package cn.gov.zhuozhou.aid.registry.hardship;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * What a change of registers or pupils has touched, kept in temporary tables of the present transaction: {@code
 * touched_person(person_index)}, {@code touched_household(source, household_index)} and {@code touched_student(student_id)}.
 * Writers fill them, {@link Matching} works only on them.
 */
@ApplicationScoped
public class Touched {
    @Inject
    Database database;

    /** Makes the tables where the connection lacks them and empties them. */
    public void begin() {
        database.execute("""
                create temporary table if not exists touched_person (person_index uuid not null) on commit delete rows;
                create temporary table if not exists touched_household
                  (source text not null, household_index uuid not null) on commit delete rows;
                create temporary table if not exists touched_student (student_id uuid not null) on commit delete rows;
                delete from touched_person;
                delete from touched_household;
                delete from touched_student""");
    }
}
