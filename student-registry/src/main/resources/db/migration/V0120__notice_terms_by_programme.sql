-- A programme may ask for a period of its own (DOMAIN 2.7), at one stage or at all. A list is for all programmes of its pupils at
-- once, so the longest of what is said for them holds.
alter table notice_term add column programme text not null default 'ANY' check (programme ~ '^[A-Z][A-Z0-9-]{1,19}$');
alter table notice_term drop constraint notice_term_pkey;
alter table notice_term add primary key (matter, stage, programme, valid_from);
alter table notice_term add check (programme = 'ANY' or matter like 'PERIOD%');
comment on column notice_term.programme is 'code of the programme that asks for the period; ANY: what is said of no programme';

-- Of each programme what is said for the stage goes before what is said for all, and the newest row counts.
create function notice_working_days(of_matter text, stages text[], day date) returns integer language sql stable as $$
  select max(t.working_days)
  from unnest(stages) listed
  cross join lateral (
    select distinct on (n.programme) n.working_days
    from notice_term n
    where n.matter = of_matter and n.stage in (listed, 'ANY') and n.valid_from <= day
    order by n.programme, n.stage = 'ANY', n.valid_from desc) t
$$;
