-- Whose time is counted from when. A payment list is an accounting voucher: its years begin when the year it was paid in is over. A list
-- that is not closed holds all its accounts, for its file may be asked for again; a list given up before it was sent holds none.
create or replace view number_retention_candidate as
select 'ACCOUNT_PAID' as kind, a.id, null::integer as line,
  greatest(coalesce(a.valid_until, (a.decided_at at time zone 'Asia/Shanghai')::date),
    make_date(extract(year from max(l.sent_on))::integer, 12, 31)) as ended
from payee_account a
join payment_line l on l.account_id = a.id and l.state <> 'VOID'
join payment_batch b on b.id = l.batch_id
where a.state in ('REFUSED', 'REPLACED', 'CLOSED') and a.erased_on is null
group by a.id
having bool_and(l.state in ('SETTLED', 'REISSUED', 'WRITTEN_BACK')) and bool_and(b.state = 'CLOSED')
union all
select 'ACCOUNT_NEVER_PAID', a.id, null, coalesce(a.valid_until, (a.decided_at at time zone 'Asia/Shanghai')::date)
from payee_account a
where a.state in ('REFUSED', 'REPLACED', 'CLOSED') and a.erased_on is null
  and not exists (select from payment_line l where l.account_id = a.id and l.state <> 'VOID')
union all
select 'IMPORT_ROW', r.import_id, r.line, (i.touched_at at time zone 'Asia/Shanghai')::date
from payee_import_row r join payee_import i on i.id = r.import_id
where length(r.sealed) > 0;
