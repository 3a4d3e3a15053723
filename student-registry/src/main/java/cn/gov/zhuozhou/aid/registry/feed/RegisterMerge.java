package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.registry.hardship.Matching;
import cn.gov.zhuozhou.aid.registry.hardship.SchoolAges;
import cn.gov.zhuozhou.aid.registry.hardship.Touched;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/**
 * Merges what stands in {@code register_stage} into the register of its source, all in SQL. A file is a snapshot: who is not on
 * it any more is gone. A list of changes or a message touches its own persons only, the last row of each counts, and what is
 * older than what is known of a person changes nothing.
 */
@ApplicationScoped
class RegisterMerge {
    static final String STAGE = """
            create temporary table if not exists register_stage (line_no integer, person_index uuid, name text,
              birth_date date, ended boolean, household_index uuid, sealed bytea, refused text, child boolean,
              number_sealed bytea, row_hash bytea, head_index uuid, head_name text, area text, town text, village text,
              relation text, category text, details jsonb) on commit delete rows;
            delete from register_stage""";

    private static final String DIFF = """
            create temporary table if not exists register_left (entry_id uuid, person_index uuid, valid_from date)
              on commit delete rows;
            create temporary table if not exists register_diff (line_no integer, person_index uuid, change text, old_entry uuid)
              on commit delete rows;
            delete from register_left;
            delete from register_diff""";

    /** {@code register_diff} takes what is to be done; that a row says the same as before is only its outcome. */
    private static final RowOutcomes.Query COMPARISON =
            new RowOutcomes.Query("""
            with repeated as (
              select person_index, case when :snapshot then min(line_no) else max(line_no) end as taken_line
              from register_stage
              where refused is null group by person_index having count(*) > 1),
            matched as (
              select r.line_no, min(%s) as known
              from register_stage r join pupil_identity p on p.identity_index = r.person_index
              where r.refused is null group by r.line_no),
            compared as materialized (
              select r.line_no, r.person_index, e.id as old_entry, repeats,
                case when repeats then null
                     when r.ended then case when e.id is null then 'SAME' when e.valid_from > :asOf then 'STALE' else 'GONE' end
                     when e.id is null and not :snapshot and exists (
                       select from register_entry o where o.person_index = r.person_index and o.source = :source
                         and o.valid_to > :asOf and o.known_to is null) then 'STALE'
                     when e.id is null then 'NEW'
                     when (e.name, e.head_index, e.head_name, e.household_index, e.area, e.town, e.village, e.relation, e.category,
                         e.details) is not distinct from (r.name, r.head_index, r.head_name, r.household_index, r.area, r.town,
                         r.village, r.relation, r.category, r.details)
                       then case when e.row_hash = r.row_hash then 'SAME' else 'HASHED_ANEW' end
                     when e.valid_from > :asOf then 'STALE'
                     else 'CHANGED' end as change,
                case when not repeats then coalesce(k.known, %s) end as match
              from (select * from register_stage where refused is null) r
              left join matched k on k.line_no = r.line_no
              left join register_entry e on e.person_index = r.person_index and e.source = :source and e.valid_to is null
              left join register_left l on l.entry_id = e.id
              left join repeated m on m.person_index = r.person_index
              cross join lateral (select coalesce(r.line_no <> m.taken_line, false)
                                  or :snapshot and e.id is not null and l.entry_id is null) _ (repeats)),
            to_be_done as (
              insert into register_diff
              select line_no, person_index, change, old_entry from compared
              where change in ('NEW', 'CHANGED', 'GONE', 'HASHED_ANEW'))""".formatted(RegisterMemory.KNOWN, RegisterMemory.UNKNOWN), """
            select line_no, case when repeats then 'DUPLICATE' else 'ACCEPTED' end as outcome, match,
              case change when 'HASHED_ANEW' then 'SAME' else change end as change from compared""");

    private static final String ABSENT = """
            insert into register_diff
            select null, l.person_index, 'ABSENT', l.entry_id
            from register_left l
            where l.valid_from <= :asOf
              and not exists (select from register_stage s where s.person_index = l.person_index and s.refused is null)""";

    /** What was hashed otherwise once, so that the next file is quick with it. */
    private static final String HASH_ANEW = """
            with anew as (delete from register_diff where change = 'HASHED_ANEW' returning line_no, old_entry)
            update register_entry e set row_hash = s.row_hash
            from anew a join register_stage s on s.line_no = a.line_no
            where e.id = a.old_entry""";

    private static final String GONE = """
            with gone as (
              update register_entry e set valid_to = :asOf, ended_by_batch = :batch, end_known_from = :now
              from register_diff d where d.old_entry = e.id and d.change = 'ABSENT'
              returning e.household_index),
            households as (
              insert into touched_household
              select distinct :source, household_index from gone where household_index is not null)
            select count(*) from gone""";

    private static final String END = """
            with ended as (
              update register_entry e set valid_to = :asOf, ended_by_batch = :batch, end_known_from = :now
              from register_diff d where d.old_entry = e.id and d.change in ('CHANGED', 'GONE')
              returning e.household_index)
            insert into touched_household
            select distinct :source, household_index from ended where household_index is not null""";

    /** In the order of an index, so that its pages are written one after the other. */
    private static final String BEGIN = """
            insert into register_entry (id, source, person_index, household_index, head_index, name, head_name, area, town,
              village, relation, birth_date, category, details, sealed, row_hash, since, valid_from, batch_id, line_no,
              known_from)
            select uuidv7(), :source, s.person_index, s.household_index, s.head_index, s.name, s.head_name, s.area, s.town,
              s.village, s.relation, s.birth_date, s.category, s.details, s.sealed, s.row_hash,
              case when o.category = s.category then o.since else :asOf end, :asOf, :batch, s.line_no, :now
            from register_stage s
            join register_diff d on d.line_no = s.line_no and d.change in ('NEW', 'CHANGED')
            left join register_entry o on o.id = d.old_entry
            order by s.person_index""";

    private static final String HOUSEHOLDS = """
            insert into household (id, source, household_index, area, town, village)
            select uuidv7(), :source, household_index, area, town, village from (
              select distinct on (s.household_index) s.household_index, s.area, s.town, s.village
              from register_stage s
              join register_diff d on d.line_no = s.line_no and d.change in ('NEW', 'CHANGED')
              where s.household_index is not null
              order by s.household_index, s.line_no) h
            on conflict (household_index, source) do update
              set area = excluded.area, town = excluded.town, village = excluded.village
              where (household.area, household.town, household.village)
                is distinct from (excluded.area, excluded.town, excluded.village)""";

    private static final String TOUCH = """
            insert into touched_person
            select person_index from register_diff""";

    private static final String FORGET_REFUSED = """
            with forgotten as (delete from refused_member where source = :source returning household_index)
            insert into touched_household select distinct :source, household_index from forgotten""";

    private static final String REMEMBER_REFUSED = """
            with remembered as (
              insert into refused_member (source, household_index, batch_id, line_no, child, name, birth_date, person_index,
                number_sealed)
              select :source, household_index, :batch, line_no, child, name, birth_date, person_index, number_sealed
              from register_stage
              where refused is not null and household_index is not null
              returning household_index)
            insert into touched_household select distinct :source, household_index from remembered""";

    @Inject
    Database database;

    @Inject
    RowOutcomes outcomes;

    @Inject
    Touched touched;

    @Inject
    Matching matching;

    @Inject
    RegisterMemory memory;

    @Inject
    BusinessClock clock;

    /**
     * Merges the staged rows; returns how many persons are gone from a snapshot.
     *
     * @param said what the register said before, and which lines say it again
     */
    int merge(Batch batch, SaidBefore said) {
        touched.begin();
        Map<String, Object> values = new HashMap<>();
        values.put("batch", batch.id());
        values.put("source", batch.source().code());
        values.put("asOf", batch.asOf());
        values.put("snapshot", batch.isSnapshot());
        values.put("now", clock.now());
        SchoolAges.Born ofSchoolAge = matching.bornOfSchoolAge(batch.source().code());
        values.put("oldest", ofSchoolAge.from());
        values.put("youngest", ofSchoolAge.to());
        database.execute(DIFF);
        if (batch.isSnapshot()) {
            memory.passOver(batch, said);
        }
        outcomes.keep(batch, "register_stage", COMPARISON, values);
        database.update(ABSENT, values);
        database.update(HASH_ANEW, Map.of());
        database.analyzeIfMany("register_diff", count("register_diff"));
        int gone = batch.isSnapshot() ? endGone(values) : 0;
        int changed = gone + database.update(END, values) + database.update(BEGIN, values);
        database.analyzeIfManyChanged("register_entry", changed);
        database.update(HOUSEHOLDS, values);
        database.update(TOUCH, values);
        database.update(REMEMBER_REFUSED, values);
        matching.reconcile(batch.id(), batch.asOf());
        return gone;
    }

    private int count(String table) {
        return database.first("select count(*) from " + table, Map.of(), row -> row.getInt(1))
                .orElseThrow();
    }

    private int endGone(Map<String, Object> values) {
        database.update(FORGET_REFUSED, values);
        return database.first(GONE, values, row -> row.getInt(1)).orElseThrow();
    }
}
