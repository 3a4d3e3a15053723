-- How long numbers of accounts are kept, as data; runs that erase what is over, asked for by one person and confirmed by another. What was
-- paid, when and how much stays: no line of a batch is touched.
create table number_retention_rule (
  kind        text    not null check (kind in ('ACCOUNT_PAID', 'ACCOUNT_NEVER_PAID', 'IMPORT_ROW')),
  valid_from  date    not null,
  keep_years  integer not null check (keep_years between 0 and 100),
  legal_basis text    not null,
  proposal    boolean not null,
  entered_by  text    not null,
  primary key (kind, valid_from),
  constraint payment_lists_are_kept check (kind <> 'ACCOUNT_PAID' or keep_years >= 30)
);
comment on column number_retention_rule.proposal is 'delivered as a proposal; no decision of the bureau stands behind it yet';
insert into number_retention_rule values
  ('ACCOUNT_PAID', '2018-09-01', 30, '会计档案管理办法：发放清单属会计凭证，自会计年度终了次日起保存三十年', true, 'system:migration'),
  ('ACCOUNT_NEVER_PAID', '2018-09-01', 5, '建议值：未发放过的账号，终止后五年（过程材料）', true, 'system:migration'),
  ('IMPORT_ROW', '2018-09-01', 2, '建议值：导入文件的数据行，核对期满后即无必要（个人信息保护法第十九条）', true, 'system:migration');
create trigger number_retention_rule_append_only before update or delete or truncate on number_retention_rule
  for each statement execute function refuse_change();

create table number_retention_run (
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
create unique index number_retention_run_one_open on number_retention_run ((true)) where state = 'ASKED';

create table number_retention_item (
  run_id     uuid    not null references number_retention_run,
  kind       text    not null,
  keep_years integer not null,
  cutoff     date    not null,
  due        bigint  not null check (due >= 0),
  erased     bigint  check (erased <= due),
  primary key (run_id, kind)
);
comment on column number_retention_item.cutoff is 'what ended on this day or before is over';
comment on column number_retention_item.due is 'counted when it was asked for: no more than that is erased by the run';
revoke update, delete, truncate on number_retention_rule, number_retention_item from ${app_role};
revoke delete, truncate on number_retention_run from ${app_role};

alter table payee_account add column erased_on date;
alter table payee_account add constraint payee_account_erased check (erased_on is null
  or (state in ('REFUSED', 'REPLACED', 'CLOSED') and length(account_sealed) = 0 and account_tail = '----'));
create index payment_line_account on payment_line (account_id);

-- Whose time is counted from when. A payment list is an accounting voucher: its years begin when the year it was paid in is over. A line
-- that is not at its end holds the account.
create view number_retention_candidate as
select 'ACCOUNT_PAID' as kind, a.id, null::integer as line,
  greatest(coalesce(a.valid_until, (a.decided_at at time zone 'Asia/Shanghai')::date),
    make_date(extract(year from max(l.sent_on))::integer, 12, 31)) as ended
from payee_account a join payment_line l on l.account_id = a.id
where a.state in ('REFUSED', 'REPLACED', 'CLOSED') and a.erased_on is null
group by a.id
having bool_and(l.state in ('SETTLED', 'REISSUED', 'WRITTEN_BACK', 'VOID'))
union all
select 'ACCOUNT_NEVER_PAID', a.id, null, coalesce(a.valid_until, (a.decided_at at time zone 'Asia/Shanghai')::date)
from payee_account a
where a.state in ('REFUSED', 'REPLACED', 'CLOSED') and a.erased_on is null
  and not exists (select from payment_line l where l.account_id = a.id)
union all
select 'IMPORT_ROW', r.import_id, r.line, (i.finished_at at time zone 'Asia/Shanghai')::date
from payee_import_row r join payee_import i on i.id = r.import_id
where i.state = 'DONE' and length(r.sealed) > 0;

create or replace function payee_account_stays() returns trigger language plpgsql as $$
begin
  if current_setting('aid.erasure', true) = 'on'
      and current_user = (select pg_get_userbyid(relowner) from pg_class where oid = tg_relid) then
    return new;
  end if;
  if (new.id, new.student_id, new.holder_kind, new.holder_name, new.holder_index, new.bank_code, new.account_index, new.account_sealed,
      new.proposed_by, new.proposed_at) is distinct from
     (old.id, old.student_id, old.holder_kind, old.holder_name, old.holder_index, old.bank_code, old.account_index, old.account_sealed,
      old.proposed_by, old.proposed_at)
     or old.state in ('REFUSED', 'REPLACED', 'CLOSED') or new.version <> old.version + 1 then
    raise exception 'an account is never changed, only followed by another' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

-- The one way numbers go: by a run a second person has confirmed, no more than it counted, with the number, its index, its last digits,
-- who held it and the photos of the card.
create function erase_account_numbers(run uuid, today date) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  item record;
  ids uuid[];
  records bigint;
begin
  if not exists (select from number_retention_run r where r.id = run and r.state = 'DONE')
      or exists (select from number_retention_item i where i.run_id = run and i.erased is not null) then
    raise exception 'no run that was just confirmed' using errcode = 'restrict_violation';
  end if;
  perform set_config('aid.erasure', 'on', true);
  for item in select * from number_retention_item i where i.run_id = run loop
    if item.kind = 'IMPORT_ROW' then
      update payee_import_row r set sealed = '\x', check_json = '{}'
      from (select c.id, c.line from number_retention_candidate c where c.kind = item.kind and c.ended <= item.cutoff
            order by c.id, c.line limit item.due) c
      where r.import_id = c.id and r.line = c.line;
      get diagnostics records = row_count;
    else
      select coalesce(array_agg(c.id), '{}') into ids
      from (select c.id from number_retention_candidate c where c.kind = item.kind and c.ended <= item.cutoff
            order by c.id limit item.due) c;
      update payee_account set account_sealed = '\x', account_index = gen_random_uuid(), account_tail = '----',
        holder_name = '已匿名', holder_index = gen_random_uuid(), holder_relation = null, reason = '已匿名', erased_on = today,
        version = version + 1
      where id = any (ids);
      get diagnostics records = row_count;
      delete from attachment where subject = 'payee' and subject_id in (select unnest(ids)::text);
    end if;
    update number_retention_item i set erased = records where i.run_id = run and i.kind = item.kind;
  end loop;
  perform set_config('aid.erasure', 'off', true);
end $$;
revoke all on function erase_account_numbers from public;
grant execute on function erase_account_numbers to ${app_role};
