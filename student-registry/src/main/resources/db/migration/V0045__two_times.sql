-- Two times for what the suite holds: true when (valid_from, valid_to) and known when. Nothing known is ever deleted:
-- known_from is the business moment a row came, end_known_from the moment its end came, known_to the moment the whole row was
-- taken back because its batch had been delivered wrongly. A row taken back has ended too, so that "valid_to is null" goes on
-- to mean what holds now.
alter table register_entry
  add column known_from     timestamptz not null default now(),
  add column end_known_from timestamptz,
  add column known_to       timestamptz,
  add check (known_to is null or valid_to is not null);
update register_entry e set known_from = b.finished_at from feed_batch b
where b.id = e.batch_id and b.finished_at is not null;
update register_entry e set end_known_from = b.finished_at from feed_batch b
where b.id = e.ended_by_batch and b.finished_at is not null;
create index register_entry_past on register_entry (person_index, source) where valid_to is not null;
create index register_entry_ended on register_entry (ended_by_batch) where ended_by_batch is not null;

alter table evidence
  add column known_from     timestamptz not null default now(),
  add column end_known_from timestamptz,
  add column known_to       timestamptz,
  add column ended_by_batch uuid,
  add check (known_to is null or valid_to is not null);
update evidence set known_from = created_at;
create index evidence_student on evidence (student_id, valid_from);
create index evidence_ended on evidence (ended_by_batch) where ended_by_batch is not null;
create index evidence_entry on evidence (entry_id);

-- Ends that were taken back: the row goes on, but between the two moments it was known to have ended.
create table end_taken_back (
  row_id     uuid        not null,
  valid_to   date        not null,
  known_from timestamptz not null,
  known_to   timestamptz not null,
  batch_id   uuid        not null,
  check (known_to >= known_from)
);
create index end_taken_back_row on end_taken_back (row_id);

-- The last day of a row (exclusive) as it was known at a moment.
create function end_known_at(id uuid, valid_to date, end_known_from timestamptz, moment timestamptz) returns date
  language sql stable parallel safe as $$
  select case
    when valid_to is not null and coalesce(end_known_from <= moment, true) then valid_to
    else (select min(t.valid_to) from end_taken_back t
          where t.row_id = id and t.known_from <= moment and moment < t.known_to) end
$$;

-- What batches did to rows that are kept as one current row each. A trigger writes it, for whatever columns there are, in
-- transactions that name their batch (see feed.RowChanges); "before" undoes a batch, all of it answers what was known when.
create table row_change (
  id         bigint      generated always as identity primary key,
  batch_id   uuid        not null,
  relation   text        not null,
  key        text        not null,
  act        text        not null check (act in ('INSERTED', 'UPDATED', 'DELETED')),
  as_of      date        not null,
  known_from timestamptz not null,
  known_to   timestamptz,
  before     jsonb,
  after      jsonb,
  check ((act = 'INSERTED') = (before is null))
);
comment on column row_change.after is 'of an insertion only once it was taken back; until then the next change or the row itself tells';
comment on column row_change.known_to is 'when the batch was withdrawn';
create index row_change_batch on row_change (batch_id, relation);
create index row_change_key on row_change (relation, key, id);
create index row_change_school on row_change ((before ->> 'school_code')) where relation = 'student';
create index row_change_to_school on row_change ((after ->> 'school_code')) where relation = 'student';

create function keep_row_change() returns trigger language plpgsql as $$
declare
  batch uuid := nullif(current_setting('aid.batch', true), '');
  key text;
  same text;
begin
  if batch is null then
    return null;
  end if;
  select string_agg(format('r.%I::text', c), ', '), string_agg(format('o.%1$I = r.%1$I', c), ' and ')
    into key, same from unnest(tg_argv) c;
  execute case tg_op
    when 'INSERT' then format(
      'insert into row_change (batch_id, relation, key, act, as_of, known_from)
       select $1, $2, concat_ws(''|'', %s), ''INSERTED'', $3, $4 from new_rows r', key)
    when 'UPDATE' then format(
      'insert into row_change (batch_id, relation, key, act, as_of, known_from, before, after)
       select $1, $2, concat_ws(''|'', %s), ''UPDATED'', $3, $4, to_jsonb(o), to_jsonb(r)
       from old_rows o join new_rows r on %s
       where (to_jsonb(o) - ''revision'') is distinct from (to_jsonb(r) - ''revision'')', key, same)
    else format(
      'insert into row_change (batch_id, relation, key, act, as_of, known_from, before)
       select $1, $2, concat_ws(''|'', %s), ''DELETED'', $3, $4, to_jsonb(r) from old_rows r', key)
    end
    using batch, tg_table_name, current_setting('aid.as_of')::date, current_setting('aid.known_from')::timestamptz;
  return null;
end $$;

create procedure keep_row_changes(of_table text, variadic key text[]) language plpgsql as $$
declare
  arguments text := (select string_agg(quote_literal(k), ', ') from unnest(key) k);
begin
  execute format('create trigger row_inserted after insert on %I referencing new table as new_rows
    for each statement execute function keep_row_change(%s)', of_table, arguments);
  execute format('create trigger row_updated after update on %I referencing old table as old_rows new table as new_rows
    for each statement execute function keep_row_change(%s)', of_table, arguments);
  execute format('create trigger row_deleted after delete on %I referencing old table as old_rows
    for each statement execute function keep_row_change(%s)', of_table, arguments);
end $$;
call keep_row_changes('school', 'code');
call keep_row_changes('student', 'id');
call keep_row_changes('identified_entry', 'student_number_index', 'semester');
call keep_row_changes('refused_member', 'batch_id', 'line_no');

-- A row as it was known at a moment, on what files of that day or before tell; null where it was not known.
create function row_known(of_relation text, of_key text, present jsonb, day date, moment timestamptz) returns jsonb
  language plpgsql stable as $$
declare
  applied row_change;
  following row_change;
  found jsonb;
begin
  select * into applied from row_change c
  where c.relation = of_relation and c.key = of_key and c.as_of <= day
    and c.known_from <= moment and (c.known_to is null or c.known_to > moment)
  order by c.id desc limit 1;
  if applied.act = 'DELETED' then
    return null;
  elsif applied.known_to is not null then
    found := applied.after;
  else
    select * into following from row_change c
    where c.relation = of_relation and c.key = of_key and (applied.id is null or c.id > applied.id)
      and (c.known_to is null or c.known_to > moment)
    order by c.id limit 1;
    found := case when following.id is null then present else following.before end;
  end if;
  return case when found ->> 'withdrawn_by' is null then found end;
end $$;

-- Every version of an identification, so that what was in force can be told for any moment.
create table identification_version (
  identification_id uuid        not null,
  version           bigint      not null,
  student_id        uuid        not null,
  semester          text        not null,
  result            text        not null,
  state             text        not null,
  identified        boolean     not null,
  level             text,
  categories        text[]      not null,
  since             date        not null,
  valid_basis       boolean     not null,
  ruling_id         uuid        not null,
  notice_id         uuid,
  known_from        timestamptz not null,
  primary key (identification_id, version)
);
create index identification_version_student on identification_version (student_id, semester, version);

create function keep_identification_version() returns trigger language plpgsql as $$
begin
  insert into identification_version
  select n.id, n.version, n.student_id, n.semester, n.result, n.state, n.identified, n.level, n.categories, n.since,
    n.valid_basis, n.ruling_id, n.notice_id, n.changed_at
  from new_rows n
  on conflict do nothing;
  return null;
end $$;
insert into identification_version
select id, version, student_id, semester, result, state, identified, level, categories, since, valid_basis, ruling_id,
  notice_id, changed_at
from identification;
create trigger identification_made after insert on identification referencing new table as new_rows
  for each statement execute function keep_identification_version();
create trigger identification_changed after update on identification referencing new table as new_rows
  for each statement execute function keep_identification_version();
create trigger identification_version_append_only before update or delete or truncate on identification_version
  for each statement execute function refuse_change();
revoke update, delete, truncate on identification_version from ${app_role};
