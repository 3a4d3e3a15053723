-- How long cases of dropout control name a person, as data; runs that take out who it was and what was written about him, asked for by
-- one person and confirmed by another. That there was a case, where, of which stage and how it ended stays for statistics.
create table retention_rule (
  kind        text    not null check (kind in ('ABSENCE_ENDED', 'ABSENCE_NOT_ENDED')),
  valid_from  date    not null,
  keep_years  integer not null check (keep_years between 0 and 100),
  legal_basis text    not null,
  proposal    boolean not null,
  entered_by  text    not null,
  primary key (kind, valid_from)
);
comment on column retention_rule.proposal is 'delivered as a proposal; no decision of the bureau stands behind it yet';
insert into retention_rule values
  ('ABSENCE_ENDED', '2018-09-01', 5, '建议值：控辍保学个案办结后五年（过程材料）', true, 'system:migration'),
  ('ABSENCE_NOT_ENDED', '2018-09-01', 12, '建议值：最后一次办理后十二年，义务教育年限已过（个人信息保护法第十九条，最短必要期限）', true,
   'system:migration');
create trigger retention_rule_append_only before update or delete or truncate on retention_rule
  for each statement execute function refuse_change();

create table retention_run (
  id           uuid        primary key,
  state        text        not null check (state in ('ASKED', 'DONE', 'DROPPED')),
  due_on       date        not null,
  reason       text        not null,
  asked_by     text        not null,
  asked_name   text        not null,
  asked_at     timestamptz not null,
  decided_by   text,
  decided_name text,
  decided_at   timestamptz,
  check (decided_by <> asked_by),
  check ((state = 'ASKED') = (decided_by is null)),
  check (num_nulls(decided_by, decided_name, decided_at) in (0, 3))
);
create unique index retention_run_one_open on retention_run ((true)) where state = 'ASKED';

create table retention_item (
  run_id     uuid    not null references retention_run,
  kind       text    not null,
  keep_years integer not null,
  cutoff     date    not null,
  due        bigint  not null check (due >= 0),
  erased     bigint  check (erased <= due),
  primary key (run_id, kind)
);
comment on column retention_item.cutoff is 'what ended on this day or before is over';
comment on column retention_item.due is 'counted when it was asked for: no more than that is erased by the run';
revoke update, delete, truncate on retention_rule, retention_item from ${app_role};
revoke delete, truncate on retention_run from ${app_role};

alter table absence add column anonymised_on date;
alter table absence drop constraint absence_check;
alter table absence add constraint absence_of_one_person check (
  case when anonymised_on is null then num_nulls(task_id, student_id) = 1
    else num_nulls(task_id, student_id, birth_year) = 3 end);

-- Whose time is counted from when: the day of the last step, as far as it is known.
create view retention_candidate as
select case when a.state in ('RETURNED', 'EXEMPT', 'OUT_OF_AREA_VERIFIED') then 'ABSENCE_ENDED' else 'ABSENCE_NOT_ENDED' end as kind,
  a.id, greatest(s.on_day, (s.at at time zone 'Asia/Shanghai')::date) as ended
from absence a join absence_act s on s.absence_id = a.id and s.version = a.version
where a.anonymised_on is null;

create function refuse_change_but_erasure() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and current_setting('aid.erasure', true) = 'on'
      and current_user = (select pg_get_userbyid(relowner) from pg_class where oid = tg_relid) then
    return null;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
drop trigger absence_act_append_only on absence_act;
create trigger absence_act_append_only before update or delete or truncate on absence_act
  for each statement execute function refuse_change_but_erasure();

-- The one way words about a case go: by a run a second person has confirmed, no more than it counted.
create function erase_absences(run uuid, today date) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  item record;
  ids uuid[];
  records bigint;
begin
  if not exists (select from retention_run r where r.id = run and r.state = 'DONE')
      or exists (select from retention_item i where i.run_id = run and i.erased is not null) then
    raise exception 'no run that was just confirmed' using errcode = 'restrict_violation';
  end if;
  perform set_config('aid.erasure', 'on', true);
  for item in select * from retention_item i where i.run_id = run loop
    select coalesce(array_agg(c.id), '{}') into ids
    from (select c.id from retention_candidate c where c.kind = item.kind and c.ended <= item.cutoff
          order by c.id limit item.due) c;
    update absence set task_id = null, task_revision = null, student_id = null, birth_year = null, anonymised_on = today
    where id = any (ids);
    get diagnostics records = row_count;
    update absence_act set evidence = '已匿名' where absence_id = any (ids);
    update retention_item i set erased = records where i.run_id = run and i.kind = item.kind;
  end loop;
  perform set_config('aid.erasure', 'off', true);
end $$;
revoke all on function erase_absences from public;
grant execute on function erase_absences to ${app_role};
