package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.registry.hardship.Matching;
import cn.gov.zhuozhou.aid.registry.hardship.SchoolAges;
import cn.gov.zhuozhou.aid.registry.hardship.Touched;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.BitSet;
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
              birth_date date, row_hash bytea, ended boolean, refused text, household_index uuid, child boolean,
              sealed bytea, number_sealed bytea) on commit delete rows;
            create temporary table if not exists register_diff (line_no integer, person_index uuid, change text, old_entry uuid)
              on commit delete rows;
            delete from register_stage;
            delete from register_diff""";

    static final String NEWS = """
            create temporary table if not exists register_news (line_no integer, household_index uuid, head_index uuid,
              name text, head_name text, area text, town text, village text, relation text, birth_date date, category text,
              details jsonb, sealed bytea) on commit delete rows;
            delete from register_news""";

    private static final RowOutcomes.Query OF_SNAPSHOT = comparison("full");
    private static final RowOutcomes.Query OF_CHANGES = comparison("left");

    private static final String NEW_LINES = "select line_no from register_diff where change in ('NEW', 'CHANGED')";

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
            select uuidv7(), :source, s.person_index, n.household_index, n.head_index, n.name, n.head_name, n.area, n.town,
              n.village, n.relation, n.birth_date, n.category, n.details, n.sealed, s.row_hash,
              case when o.category = n.category then o.since else :asOf end, :asOf, :batch, n.line_no, :now
            from register_news n
            join register_stage s on s.line_no = n.line_no
            join register_diff d on d.line_no = n.line_no
            left join register_entry o on o.id = d.old_entry
            order by s.person_index""";

    private static final String HOUSEHOLDS = """
            insert into household (id, source, household_index, area, town, village)
            select uuidv7(), :source, household_index, area, town, village from (
              select distinct on (household_index) household_index, area, town, village
              from register_news where household_index is not null
              order by household_index, line_no) h
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
    Staging staging;

    @Inject
    BusinessClock clock;

    /** Merges the staged rows; returns how many persons are gone from a snapshot. */
    int merge(Batch batch, FeedContent content) {
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
        outcomes.keep(batch, "register_stage", batch.isSnapshot() ? OF_SNAPSHOT : OF_CHANGES, values);
        database.analyzeIfMany("register_diff", count("register_diff"));
        staging.stageNews(content, newLines());
        int gone = batch.isSnapshot() ? endGone(values) : 0;
        int changed = gone + database.update(END, values) + database.update(BEGIN, values);
        database.analyzeIfManyChanged("register_entry", changed);
        database.update(HOUSEHOLDS, values);
        database.update(TOUCH, values);
        database.update(REMEMBER_REFUSED, values);
        matching.reconcile(batch.id(), batch.asOf());
        return gone;
    }

    /**
     * Compares the stage, the register and the pupils in one pass. {@code register_diff} takes what is to be done; that a row
     * says the same as before is only its outcome. Who is on the register and not on a snapshot is ABSENT.
     */
    private static RowOutcomes.Query comparison(String join) {
        String with = """
            with repeated as (
              select person_index, case when :snapshot then min(line_no) else max(line_no) end as taken_line
              from register_stage
              where refused is null group by person_index having count(*) > 1),
            compared as materialized (
              select s.line_no, coalesce(s.person_index, e.person_index) as person_index, e.id as old_entry,
                case when s.line_no is null then null
                     when s.line_no <> r.taken_line then 'DUPLICATE'
                     else 'ACCEPTED' end as outcome,
                case when s.line_no is null then case when e.valid_from <= :asOf then 'ABSENT' end
                     when s.line_no <> r.taken_line then null
                     when s.ended then case when e.id is null then 'SAME' when e.valid_from > :asOf then 'STALE' else 'GONE' end
                     when e.id is null and not :snapshot and exists (
                       select from register_entry o where o.person_index = s.person_index and o.source = :source
                         and o.valid_to > :asOf and o.known_to is null) then 'STALE'
                     when e.id is null then 'NEW'
                     when e.row_hash = s.row_hash then 'SAME'
                     when e.valid_from > :asOf then 'STALE'
                     else 'CHANGED' end as change,
                case when s.line_no is null or s.line_no <> r.taken_line then null
                     when exists (select from pupil_identity p
                                  where p.identity_index = s.person_index and p.name = s.name) then 'MATCHED'
                     when exists (select from pupil_identity p
                                  where p.identity_index = s.person_index and p.certain) then 'NAME_CONFLICT'
                     when s.birth_date between :oldest and :youngest then 'NO_PUPIL'
                     else 'NOT_A_PUPIL' end as match
              from (select * from register_stage where refused is null) s
              %s join (
                select id, person_index, row_hash, valid_from from register_entry
                where source = :source and valid_to is null) e on e.person_index = s.person_index
              left join repeated r on r.person_index = s.person_index),
            to_be_done as (
              insert into register_diff
              select line_no, person_index, change, old_entry from compared
              where change in ('NEW', 'CHANGED', 'GONE', 'ABSENT'))""".formatted(join);
        return new RowOutcomes.Query(
                with, "select line_no, outcome, match, change from compared where outcome is not null");
    }

    private int count(String table) {
        return database.first("select count(*) from " + table, Map.of(), row -> row.getInt(1))
                .orElseThrow();
    }

    private BitSet newLines() {
        var lines = new BitSet();
        database.forEach(NEW_LINES, Map.of(), row -> lines.set(row.getInt(1)));
        return lines;
    }

    private int endGone(Map<String, Object> values) {
        database.update(FORGET_REFUSED, values);
        return database.first(GONE, values, row -> row.getInt(1)).orElseThrow();
    }
}
