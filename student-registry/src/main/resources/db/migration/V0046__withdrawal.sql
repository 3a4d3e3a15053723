-- A batch delivered wrongly is withdrawn: proposed by one person, confirmed by another, undone as if it had never come.
alter table feed_batch drop constraint feed_batch_state_check;
alter table feed_batch add constraint feed_batch_state_check check (state in ('RECEIVED', 'DONE', 'FAILED', 'WITHDRAWN'));
create sequence feed_merge_no;
alter table feed_batch add column merge_no bigint;
comment on column feed_batch.merge_no is 'the order in which batches were merged; only the last of a source can be undone';
update feed_batch b set merge_no = o.n
from (select id, row_number() over (order by finished_at, id) n from feed_batch where state = 'DONE') o where o.id = b.id;
select setval('feed_merge_no', greatest((select max(merge_no) from feed_batch), 1));
create index feed_batch_merged on feed_batch (source, merge_no) where state = 'DONE';
-- A day's messages are one batch as long as no file comes between them.
drop index feed_batch_messages;

create table feed_withdrawal (
  id               uuid        primary key,
  batch_id         uuid        not null references feed_batch (id),
  version          bigint      not null default 1,
  state            text        not null check (state in ('PROPOSED', 'CONFIRMED', 'REFUSED', 'DONE', 'FAILED')),
  reason           text        not null,
  proposed_by      text        not null,
  proposed_by_name text        not null,
  proposed_at      timestamptz not null,
  opinion          text,
  decided_by       text,
  decided_by_name  text,
  decided_at       timestamptz,
  job_id           uuid,
  done_at          timestamptz,
  touched          integer,
  error            text,
  check ((state = 'PROPOSED') = (decided_by is null)),
  check (decided_by <> proposed_by)
);
create unique index feed_withdrawal_one on feed_withdrawal (batch_id) where state in ('PROPOSED', 'CONFIRMED', 'DONE');
create index feed_withdrawal_list on feed_withdrawal (id, state);

-- A pupil only a withdrawn file told of: without numbers nothing matches him, and who acted on him still finds him.
alter table student add column withdrawn_by uuid;
-- Nobody goes by the number of a pupil who never was; his identity numbers are taken off him.
create or replace view student_number_holder as
select student_number_index, coalesce(merged_into, id) as student_id, case when merged_into is null then 0 else 1 end as rank
from student where withdrawn_by is null
union all
select identifier_index, holder_id, 2 from former_identifier;
comment on column student.withdrawn_by is 'the withdrawn batch that alone told of him; the same file coming again brings back the same pupil';

-- What closed a case, so that undoing the cause brings back the very decision. A case closed because its batch was withdrawn is
-- decided already should the same content come again.
alter table match_case
  add column closed_from     text check (closed_from in ('OPEN', 'PROPOSED', 'CONFIRMED', 'REJECTED')),
  add column closed_by_batch uuid,
  add column revivable       boolean not null default false,
  add check (not revivable or (state = 'CLOSED' and closed_from is not null));
create index match_case_closed on match_case (closed_by_batch) where state = 'CLOSED';
create index match_case_revivable on match_case (person_index) where revivable;

-- Puts the rows of a table back to what they were before a batch. A column that somebody else changed since keeps his value, a
-- revision only goes up. Rows the batch brought are deleted, unless the caller deals with them himself.
create procedure undo_row_changes(of_batch uuid, of_table text, keep_inserted boolean, variadic key_columns text[])
  language plpgsql as $$
declare
  row_columns text;
  row_key text := (select format('concat_ws(''|'', %s)', string_agg(format('r.%I::text', k), ', ')) from unnest(key_columns) k);
begin
  select string_agg(quote_ident(attname), ', ' order by attnum) into row_columns from pg_attribute
  where attrelid = of_table::regclass and attnum > 0 and not attisdropped and attgenerated = '';
  create temporary table if not exists row_undone (key text, brought boolean, before jsonb, after jsonb, present jsonb)
    on commit delete rows;
  delete from row_undone;
  insert into row_undone (key, brought, before, after)
  select f.key, f.act = 'INSERTED', f.before, l.after
  from (select distinct on (c.key) c.key, c.act, c.before from row_change c
        where c.batch_id = of_batch and c.relation = of_table and c.known_to is null order by c.key, c.id) f
  join (select distinct on (c.key) c.key, c.after from row_change c
        where c.batch_id = of_batch and c.relation = of_table and c.known_to is null order by c.key, c.id desc) l
    on l.key = f.key;
  analyze row_undone;
  execute format('update row_undone u set present = to_jsonb(r) from %I r where u.key = %s', of_table, row_key);
  update row_change c set after = u.present from row_undone u
  where c.batch_id = of_batch and c.relation = of_table and c.act = 'INSERTED' and c.key = u.key;
  if not keep_inserted then
    execute format('delete from %I r using row_undone u where u.brought and u.key = %s', of_table, row_key);
  end if;
  update row_undone u set before = (
    select jsonb_object_agg(b.key, case
      when b.key = 'revision' then to_jsonb((u.present ->> 'revision')::bigint + 1)
      when u.present -> b.key is distinct from coalesce(u.after, u.present) -> b.key then u.present -> b.key
      else b.value end)
    from jsonb_each(u.before) b)
  where not u.brought and u.present is not null;
  execute format('update %1$I r set (%2$s) = (select %2$s from jsonb_populate_record(r, u.before))
    from row_undone u where not u.brought and u.present is not null and u.key = %3$s', of_table, row_columns, row_key);
  execute format('insert into %1$I (%2$s) select %2$s from row_undone u, jsonb_populate_record(null::%1$I, u.before)
    where not u.brought and u.present is null', of_table, row_columns);
end $$;
