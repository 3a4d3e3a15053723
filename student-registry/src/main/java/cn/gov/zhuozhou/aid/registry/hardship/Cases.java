package cn.gov.zhuozhou.aid.registry.hardship;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * Cases a person has to decide. What is wanted is computed from the present facts and compared with the live cases: what is no
 * longer wanted is closed, what is missing is opened, a decision stays while its content stays.
 */
@ApplicationScoped
class Cases {
    private static final String TABLES = """
            create temporary table if not exists wanted_case (kind text, student_id uuid, entry_id uuid, person_index uuid,
              household_index uuid, source text, town text, village text, birth_date date, content bytea)
              on commit delete rows;
            create temporary table if not exists scope_case (case_id uuid) on commit delete rows;
            create temporary table if not exists changed_case (case_id uuid, kind text, closed boolean)
              on commit delete rows;
            delete from wanted_case;
            delete from scope_case;
            delete from changed_case""";

    private static final String NAME_CONFLICTS = """
            insert into wanted_case
            select distinct 'NAME_CONFLICT', s.student_id, e.id, e.person_index, e.household_index, e.source, e.town, e.village,
              e.birth_date, decode(md5(concat_ws(chr(31), e.name, s.name, e.category)), 'hex')
            from touched_person t
            join register_entry e on e.person_index = t.person_index and e.valid_to is null
            join pupil_identity s on s.identity_index = e.person_index and s.certain and s.name <> e.name
            where not exists (select 1 from pupil_identity n
                              where n.identity_index = e.person_index and n.student_id = s.student_id and n.name = e.name)""";

    private static final String WITHOUT_PUPIL = """
            insert into wanted_case
            select distinct on (e.person_index) 'NO_PUPIL', null::uuid, e.id, e.person_index, e.household_index, e.source,
              e.town, e.village, e.birth_date, decode(md5(e.person_index::text), 'hex')
            from touched_person t
            join register_entry e on e.person_index = t.person_index and e.valid_to is null
            join school_age_on(:schoolDay) a
              on a.task and a.source = e.source and e.birth_date between a.born_from and a.born_to
            where not exists (select 1 from pupil_identity s
                              where s.identity_index = e.person_index and (s.certain or s.name = e.name))
              and not exists (select 1 from match_case c
                              where c.person_index = e.person_index and c.kind in ('CANDIDATE', 'WRONG_NUMBER')
                                and c.state = 'CONFIRMED')
            order by e.person_index, e.source""";

    private static final String HOUSEHOLDS = """
            insert into wanted_case
            select distinct on (e.source, e.household_index, s.id)
              case when exists (select 1 from refused_member r
                                where r.household_index = e.household_index and r.source = e.source and r.child)
                   then 'CHILD_ROW_REFUSED' else 'HOUSEHOLD_HEAD_ONLY' end,
              s.id, e.id, e.head_index, e.household_index, e.source, e.town, e.village, s.birth_date,
              decode(md5(concat_ws(chr(31), e.household_index, e.head_index, e.category)), 'hex')
            from (select distinct source, household_index from touched_household) t
            join register_entry e
              on e.household_index = t.household_index and e.source = t.source and e.valid_to is null
            join pupil_guardian g on g.identity_index = e.head_index
            join student s on s.id = g.student_id and s.enrolment_state in ('IN_SCHOOL', 'SUSPENDED')
            where not exists (select 1 from register_entry m
                              join pupil_identity p
                                on p.identity_index = m.person_index and (p.certain or p.name = m.name)
                              where m.household_index = e.household_index and m.source = e.source and m.valid_to is null)
            order by e.source, e.household_index, s.id, (e.person_index = e.head_index) desc, e.person_index""";

    private static final String SCOPE = """
            insert into scope_case
            select mc.id from match_case mc
            where mc.state <> 'CLOSED' and mc.kind in ('NAME_CONFLICT', 'NO_PUPIL')
              and exists (select 1 from touched_person t where t.person_index = mc.person_index)
            union all
            select mc.id from match_case mc
            where mc.state <> 'CLOSED' and mc.kind in ('HOUSEHOLD_HEAD_ONLY', 'CHILD_ROW_REFUSED')
              and exists (select 1 from touched_household t
                          where t.household_index = mc.household_index and t.source = mc.source)""";

    private static final String CLOSE = """
            with closed as (
              update match_case mc set state = 'CLOSED', version = mc.version + 1, closed_from = mc.state,
                closed_by_batch = :batch, revivable = :undoing
              from scope_case sc
              where mc.id = sc.case_id and not exists (
                select 1 from wanted_case w
                where w.kind = mc.kind and w.source = mc.source and w.person_index = mc.person_index
                  and w.student_id is not distinct from mc.student_id and w.content = mc.content)
              returning new.id, new.kind, new.student_id),
            told as (
              insert into changed_case select id, kind, true from closed)
            insert into touched_student select student_id from closed where student_id is not null""";

    /** The same content is not asked again where only a withdrawn file had closed the case, or had opened it. */
    private static final String REVIVE = """
            with revived as (
              update match_case mc set state = mc.closed_from, version = mc.version + 1, closed_from = null,
                closed_by_batch = null, revivable = false
              where mc.id in (
                select distinct on (c.kind, c.source, c.person_index, c.student_id) c.id
                from wanted_case w
                join match_case c on c.revivable and c.person_index = w.person_index and c.kind = w.kind
                  and c.source = w.source and c.student_id is not distinct from w.student_id and c.content = w.content
                where not exists (
                  select 1 from match_case live
                  where live.state <> 'CLOSED' and live.kind = w.kind and live.source = w.source
                    and live.person_index = w.person_index and live.student_id is not distinct from w.student_id)
                order by c.kind, c.source, c.person_index, c.student_id, (c.closed_by_batch = :batch) desc,
                  (c.closed_from <> 'OPEN') desc, c.id desc)
              returning new.id, new.kind, new.student_id),
            told as (
              insert into changed_case select id, kind, false from revived),
            scoped as (
              insert into scope_case select id from revived)
            insert into touched_student select student_id from revived where student_id is not null""";

    private static final String MOVE = """
            update match_case mc set entry_id = w.entry_id, town = w.town, village = w.village
            from wanted_case w
            where mc.state <> 'CLOSED' and mc.kind = w.kind and mc.source = w.source and mc.person_index = w.person_index
              and mc.student_id is not distinct from w.student_id and mc.entry_id <> w.entry_id""";

    private static final String OPEN = """
            with opened as (
              insert into match_case (id, kind, student_id, entry_id, person_index, household_index, source, town, village,
                birth_date, content, state, batch_id, created_at)
              select uuidv7(), w.kind, w.student_id, w.entry_id, w.person_index, w.household_index, w.source, w.town,
                w.village, w.birth_date, w.content, 'OPEN', :batch, :now
              from wanted_case w
              on conflict do nothing
              returning id, kind, student_id),
            told as (
              insert into changed_case select id, kind, false from opened)
            insert into touched_student select student_id from opened where student_id is not null""";

    @Inject
    Database database;

    @Inject
    Candidates candidates;

    void reconcile(Map<String, ?> values) {
        begin();
        candidates.reach();
        int wanted = database.update(NAME_CONFLICTS, values)
                + database.update(WITHOUT_PUPIL, values)
                + database.update(HOUSEHOLDS, values)
                + candidates.want();
        database.analyzeIfMany("wanted_case", wanted);
        database.analyzeIfMany("scope_case", database.update(SCOPE, values) + candidates.scope());
        database.update(CLOSE, values);
        database.update(REVIVE, values);
        database.update(MOVE, values);
        database.update(OPEN, values);
    }

    /** What a withdrawn batch had closed may come back as it was. */
    void reviveThoseClosedBy(UUID batch) {
        database.update(
                "update match_case set revivable = true where closed_by_batch = :batch and state = 'CLOSED'",
                Map.of("batch", batch));
    }

    /** Makes the tables of the present transaction; {@link #reconcile} does it itself. */
    void begin() {
        database.execute(TABLES);
    }

    /** Lets what follows in this transaction work on cases a person has just moved. */
    void moved(Collection<UUID> ids) {
        database.update("insert into scope_case select unnest(:ids::uuid[])", Map.of("ids", ids));
        database.update(
                "insert into changed_case select id, kind, false from match_case where id = any(:ids)",
                Map.of("ids", ids));
    }
}
