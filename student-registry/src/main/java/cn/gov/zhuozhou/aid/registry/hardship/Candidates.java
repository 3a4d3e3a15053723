package cn.gov.zhuozhou.aid.registry.hardship;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/**
 * Pupils a row may mean although their numbers do not meet: same name and birth date, and the same village or guardian. A name
 * alone is worthless. What is found waits for a person and never becomes evidence by itself.
 */
@ApplicationScoped
class Candidates {
    private static final String NEAR = """
            s.household_village = e.village and s.household_town = e.town
              or s.guardian_identity_index = e.head_index or s.guardian_name = e.head_name""";

    private static final String ACCEPTED_ROWS = """
            insert into wanted_case
            select distinct 'CANDIDATE', s.id, e.id, e.person_index, e.household_index, e.source, e.town, e.village,
              e.birth_date, decode(md5(concat_ws(chr(31), e.person_index, s.name, s.birth_date, e.category)), 'hex')
            from %s
            where e.valid_to is null and s.identity_index is distinct from e.person_index
              and s.merged_into is null and s.enrolment_state in ('IN_SCHOOL', 'SUSPENDED')
              and not exists (select 1 from pupil_identity o
                              where o.identity_index = e.person_index and (o.certain or o.name = e.name))
              and (""" + NEAR + ")";

    private static final String BY_PERSON = """
            touched_person t
            join register_entry e on e.person_index = t.person_index
            join student s on s.birth_date = e.birth_date and s.name = e.name""";

    private static final String BY_PUPIL = """
            touched_student t
            join student s on s.id = t.student_id
            join register_entry e on e.birth_date = s.birth_date and e.name = s.name""";

    /** A refused row is looked at with the household's accepted ones, which tell the category and are what evidence leans on. */
    private static final String REFUSED_ROWS = """
            insert into wanted_case
            select distinct on (e.source, e.household_index, s.id) 'CANDIDATE_ROW_REFUSED', s.id, e.id,
              coalesce(e.head_index, e.person_index), e.household_index, e.source, e.town, e.village, s.birth_date,
              decode(md5(concat_ws(chr(31), e.household_index, r.name, r.birth_date, e.category)), 'hex')
            from refused_member r
            join student s on s.birth_date = r.birth_date and s.name = r.name or s.identity_index = r.person_index
            join register_entry e
              on e.household_index = r.household_index and e.source = r.source and e.valid_to is null
            where s.merged_into is null and s.enrolment_state in ('IN_SCHOOL', 'SUSPENDED')
              and exists (select 1 from touched_household t
                          where t.household_index = r.household_index and t.source = r.source)
              and (s.identity_index = r.person_index
                   or (""" + NEAR + """
              ))
              and not exists (select 1 from register_entry m
                              join pupil_identity o on o.identity_index = m.person_index
                              where o.student_id = s.id and m.source = e.source and m.valid_to is null)
              and not exists (select 1 from wanted_case w
                              where w.student_id = s.id and w.household_index = e.household_index and w.source = e.source)
            order by e.source, e.household_index, s.id, (e.person_index = e.head_index) desc, e.person_index""";

    /** What a person has found out stays as long as the register names that person and no pupil has his number. */
    private static final String FOUND_BY_A_PERSON = """
            insert into wanted_case
            select distinct 'WRONG_NUMBER', s.id, e.id, e.person_index, e.household_index, e.source, e.town, e.village,
              e.birth_date, decode(md5(concat_ws(chr(31), e.person_index, s.id, e.category)), 'hex')
            from match_case mc
            join register_entry e on e.person_index = mc.person_index and e.source = mc.source and e.valid_to is null
            join student s on s.id = mc.student_id
            where mc.kind = 'WRONG_NUMBER' and mc.state <> 'CLOSED'
              and (exists (select 1 from touched_person t where t.person_index = mc.person_index)
                   or exists (select 1 from touched_student t where t.student_id = mc.student_id))
              and not exists (select 1 from pupil_identity o
                              where o.identity_index = e.person_index and (o.certain or o.name = e.name))""";

    private static final String SCOPE = """
            insert into scope_case
            select mc.id from match_case mc
            where mc.state <> 'CLOSED' and mc.kind in ('CANDIDATE', 'WRONG_NUMBER')
              and (exists (select 1 from touched_person t where t.person_index = mc.person_index)
                   or exists (select 1 from touched_student t where t.student_id = mc.student_id))
            union all
            select mc.id from match_case mc
            where mc.state <> 'CLOSED' and mc.kind = 'CANDIDATE_ROW_REFUSED'
              and exists (select 1 from touched_household t
                          where t.household_index = mc.household_index and t.source = mc.source)""";

    /** A household's cases go before each other, so whatever concerns one of its refused rows has all of them looked at. */
    private static final String REACH = """
            with pupil as (
              select student_id from touched_student
              union
              select i.student_id from touched_person t join pupil_identity i on i.identity_index = t.person_index)
            insert into touched_household
            select r.source, r.household_index from pupil p join student s on s.id = p.student_id
            join refused_member r on r.birth_date = s.birth_date and r.name = s.name
            union
            select r.source, r.household_index from pupil p join student s on s.id = p.student_id
            join refused_member r on r.person_index = s.identity_index
            union
            select mc.source, mc.household_index from pupil p
            join match_case mc on mc.student_id = p.student_id
            where mc.kind = 'CANDIDATE_ROW_REFUSED' and mc.state <> 'CLOSED'""";

    @Inject
    Database database;

    /** Adds to {@code touched_household} the households with refused rows that may mean a pupil touched. */
    void reach() {
        database.update(REACH, Map.of());
    }

    /** Adds to {@code wanted_case}, after the cases that go before a candidate; returns how many. */
    int want() {
        int wanted = database.update(ACCEPTED_ROWS.formatted(BY_PERSON), Map.of())
                + database.update(REFUSED_ROWS, Map.of())
                + database.update(FOUND_BY_A_PERSON, Map.of());
        return pupilsTouched() ? wanted + database.update(ACCEPTED_ROWS.formatted(BY_PUPIL), Map.of()) : wanted;
    }

    private boolean pupilsTouched() {
        return database.first("select 1 from touched_student limit 1", Map.of(), row -> row.getInt(1))
                .isPresent();
    }

    /** Adds the live candidates this change may concern to {@code scope_case}; returns how many. */
    int scope() {
        return database.update(SCOPE, Map.of());
    }
}
