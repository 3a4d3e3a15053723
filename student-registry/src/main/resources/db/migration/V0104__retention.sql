-- How long which records are kept, as data; runs that erase what is over, asked for by one person and confirmed by another.
create table retention_rule (
  id          uuid        primary key,
  kind        text        not null,
  valid_from  date        not null,
  keep_years  integer     not null check (keep_years between 0 and 100),
  legal_basis text        not null,
  proposal    boolean     not null,
  entered_by  text        not null,
  entered_at  timestamptz not null default now(),
  unique (kind, valid_from)
);
comment on column retention_rule.proposal is 'delivered as a proposal; no decision of the bureau stands behind it yet';
insert into retention_rule (id, kind, valid_from, keep_years, legal_basis, proposal, entered_by)
select uuidv7(), r.kind, '2018-09-01', r.years, r.basis, true, 'system:migration'
from (values
  ('FEED_FILE', 2, '建议值：原始数据文件在核对期满后即无必要（个人信息保护法第十九条，最短必要期限）'),
  ('REFUSED_ROW', 2, '建议值：同原始数据文件'),
  ('REGISTER_ENTRY', 5, '建议值：已终止的登记信息，随过程材料保存'),
  ('LISTED_BEFORE', 5, '建议值：外来名单，随过程材料保存'),
  ('APPLICATION', 5, '建议值：学段结束后五年（过程材料）'),
  ('PUBLIC_NOTICE', 5, '建议值：公示名单、异议和照片，随过程材料保存'),
  ('REVIEW_GROUP', 5, '建议值：认定工作组成员姓名，随过程材料保存'),
  ('EXPORT', 3, '建议值：导出记录中的用途说明；日志类三年以上'),
  ('COMPARISON', 2, '建议值：比对结果中的人员名单'),
  ('PUPIL', 5, '建议值：末一学段结束后五年，匿名化后只留统计')) as r (kind, years, basis);

create table retention_hold (
  id             uuid        primary key,
  subject        text        not null check (subject in ('STUDENT', 'BATCH')),
  subject_id     uuid        not null,
  version        bigint      not null check (version > 0),
  reason         text        not null check (reason in ('DISPUTE', 'RECOVERY', 'INSPECTION', 'LAWSUIT')),
  note           text        not null,
  placed_by      text        not null,
  placed_by_name text        not null,
  placed_at      timestamptz not null,
  lifted_by      text,
  lifted_by_name text,
  lifted_at      timestamptz,
  lift_note      text,
  check (num_nulls(lifted_by, lifted_by_name, lifted_at, lift_note) in (0, 4))
);
create unique index retention_hold_standing on retention_hold (subject, subject_id) where lifted_at is null;
revoke delete, truncate on retention_hold from ${app_role};

create table retention_run (
  id                uuid        primary key,
  version           bigint      not null check (version > 0),
  state             text        not null check (state in ('ASKED', 'COUNTED', 'CONFIRMED', 'DONE', 'DROPPED')),
  due_on            date        not null,
  reason            text        not null,
  asked_by          text        not null,
  asked_by_name     text        not null,
  asked_at          timestamptz not null,
  decided_by        text,
  decided_by_name   text,
  decided_at        timestamptz,
  done_at           timestamptz,
  check (decided_by <> asked_by),
  check (num_nulls(decided_by, decided_by_name, decided_at) in (0, 3)),
  check (state not in ('CONFIRMED', 'DONE', 'DROPPED') or decided_by is not null),
  check ((state = 'DONE') = (done_at is not null))
);
create unique index retention_run_one_open on retention_run ((true)) where state in ('ASKED', 'COUNTED', 'CONFIRMED');
revoke delete, truncate on retention_run from ${app_role};

create table retention_run_item (
  run_id  uuid    not null references retention_run (id),
  kind    text    not null,
  rule_id uuid    not null references retention_rule (id),
  cutoff  date    not null,
  due     bigint  not null check (due >= 0),
  held    bigint  not null check (held >= 0),
  primary key (run_id, kind)
);
comment on column retention_run_item.cutoff is 'what ended on this day or before is over';

-- What was erased, without a word of what it was.
create table retention_protocol (
  id                bigint generated always as identity primary key,
  run_id            uuid        not null references retention_run (id),
  kind              text        not null,
  rule_id           uuid        not null references retention_rule (id),
  records           bigint      not null check (records > 0),
  asked_by_name     text        not null,
  confirmed_by_name text        not null,
  at                timestamptz not null
);
create index retention_protocol_run on retention_protocol (run_id, kind);
create trigger retention_protocol_append_only before update or delete or truncate on retention_protocol
  for each statement execute function refuse_change();
create trigger retention_rule_append_only before update or delete or truncate on retention_rule
  for each statement execute function refuse_change();
revoke update, delete, truncate on retention_rule, retention_run_item, retention_protocol from ${app_role};

-- A pupil nobody may erase now: held by a person, or something about him is open. Records of one person hold each other.
create function retention_held(student uuid) returns boolean language sql stable as $$
  select exists (
    select 1
    from student one
    join student s on coalesce(s.merged_into, s.id) = coalesce(one.merged_into, one.id)
    where one.id = student
      and (exists (select 1 from retention_hold h
             where h.subject = 'STUDENT' and h.subject_id = s.id and h.lifted_at is null)
        or exists (select 1 from revocation r where r.student_id = s.id and r.state = 'FOUND')
        or exists (select 1 from identification i
             join notice_line l on l.identification_id = i.id
             join objection o on o.line_id = l.id
             where i.student_id = s.id and o.state in ('OPEN', 'RECHECKED', 'APPEALED'))
        or exists (select 1 from student_merge m
             where s.id in (m.survivor_id, m.absorbed_id) and m.state in ('PROPOSED', 'UNDO_PROPOSED'))))
$$;

create function retention_held_batch(batch uuid) returns boolean language sql stable as $$
  select exists (select 1 from retention_hold h
    where h.subject = 'BATCH' and h.subject_id = batch and h.lifted_at is null)
$$;

-- Tables that are only ever added to stay so for everybody but one function of their owner, which takes words out and nothing else.
create function refuse_change_but_erasure() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and current_setting('aid.erasure', true) = 'on'
      and current_user = (select pg_get_userbyid(relowner) from pg_class where oid = tg_relid) then
    return null;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

do $$
declare guarded text;
begin
  foreach guarded in array array['review', 'hardship_judgement', 'application_step', 'review_group_member'] loop
    execute format('drop trigger %I on %I', guarded || '_append_only', guarded);
    execute format('create trigger %I before update or delete or truncate on %I
      for each statement execute function refuse_change_but_erasure()', guarded || '_append_only', guarded);
  end loop;
end $$;

create function erase_words(run uuid, matter text, ids uuid[], moment timestamptz) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone constant text := '已匿名';
  records bigint := 0;
  more bigint;
begin
  if not exists (select 1 from retention_run r where r.id = run and r.state = 'CONFIRMED') then
    raise exception 'no confirmed run' using errcode = 'restrict_violation';
  end if;
  perform set_config('aid.erasure', 'on', true);
  case matter
    when 'APPLICATION' then
      update application_step set note_sealed = null where application_id = any (ids) and note_sealed is not null;
      get diagnostics records = row_count;
    when 'REVIEW_GROUP' then
      update review_group_member set name = gone where group_id = any (ids) and name <> gone;
      get diagnostics records = row_count;
    when 'PUPIL' then
      update application_step set note_sealed = null
      where note_sealed is not null and application_id in (select a.id from application a where a.student_id = any (ids));
      get diagnostics records = row_count;
      update review set opinion = gone
      where opinion <> gone and identification_id in (select i.id from identification i where i.student_id = any (ids));
      get diagnostics more = row_count;
      records := records + more;
      update hardship_judgement set reason = gone where student_id = any (ids) and reason <> gone;
      get diagnostics more = row_count;
      records := records + more;
  end case;
  perform set_config('aid.erasure', 'off', true);
  if records > 0 then
    insert into retention_protocol (run_id, kind, rule_id, records, asked_by_name, confirmed_by_name, at)
    select r.id, matter || '_WORDS', i.rule_id, records, r.asked_by_name, r.decided_by_name, moment
    from retention_run r join retention_run_item i on i.run_id = r.id and i.kind = matter
    where r.id = run;
  end if;
  return records;
end $$;
revoke all on function erase_words from public;
grant execute on function erase_words to ${app_role};
