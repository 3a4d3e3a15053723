-- Rows of a file of accounts that never came to its end are kept no longer than those of one that did: their time runs from when somebody
-- last did something about the file.
alter table payee_import add column touched_at timestamptz;
update payee_import set touched_at = coalesce(finished_at, at);
alter table payee_import alter column touched_at set not null;
comment on column payee_import.touched_at is 'when it was handed in, gone on with, or rows of it were asked about or decided; the last of these';
alter table payee_import drop constraint payee_import_state_check;
alter table payee_import add constraint payee_import_state_check check (state in ('RECEIVED', 'WAITING', 'DONE', 'LAPSED'));

-- As before, but for the rows of files that did not come to their end.
create or replace view number_retention_candidate as
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
select 'IMPORT_ROW', r.import_id, r.line, (i.touched_at at time zone 'Asia/Shanghai')::date
from payee_import_row r join payee_import i on i.id = r.import_id
where length(r.sealed) > 0;

-- As before; a file whose rows go without its having come to its end lapses, so that nobody goes on with what is empty.
create or replace function erase_account_numbers(run uuid, today date) returns void
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
      update payee_import i set state = 'LAPSED', authorization_sealed = null
      where i.state in ('RECEIVED', 'WAITING') and (i.touched_at at time zone 'Asia/Shanghai')::date <= item.cutoff;
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
