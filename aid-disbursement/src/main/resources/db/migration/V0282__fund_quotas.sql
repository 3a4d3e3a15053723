-- How much of a source's money a programme may take in a year, as its document says (额度). Where none is in force it is not limited.
-- Proposed by one person, put in force by another; a later one takes its place.
create table fund_quota (
  id               uuid        primary key,
  revision         bigint      not null check (revision > 0),
  source           text        not null references fund_source,
  programme        text        not null references programme,
  year             integer     not null check (year between 2000 and 2100),
  amount_fen       bigint      not null check (amount_fen >= 0),
  document_no      text        not null,
  state            text        not null check (state in ('PROPOSED', 'IN_FORCE', 'REFUSED', 'REPLACED')),
  proposed_by      text        not null,
  proposed_by_name text        not null,
  proposed_at      timestamptz not null,
  decided_by       text,
  decided_by_name  text,
  decided_at       timestamptz,
  check ((state = 'PROPOSED') = (decided_by is null)),
  check (decided_by is distinct from proposed_by)
);
create unique index fund_quota_in_force on fund_quota (programme, year, source) where state = 'IN_FORCE';
create unique index fund_quota_proposed on fund_quota (programme, year, source) where state = 'PROPOSED';

create function check_fund_quota_change() returns trigger language plpgsql as $$
begin
  if (old.state, new.state) not in (('PROPOSED', 'IN_FORCE'), ('PROPOSED', 'REFUSED'), ('IN_FORCE', 'REPLACED'))
      or (new.id, new.source, new.programme, new.year, new.amount_fen, new.document_no, new.proposed_by)
         is distinct from (old.id, old.source, old.programme, old.year, old.amount_fen, old.document_no, old.proposed_by) then
    raise exception 'a quota is decided once and never rewritten' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger fund_quota_edges before update on fund_quota for each row execute function check_fund_quota_change();
create trigger fund_quota_kept before delete or truncate on fund_quota for each statement execute function refuse_change();
revoke delete, truncate on fund_quota from ${app_role};

-- What was appropriated to the county, and what batches took and did not give back. A batch counts to the year of its semester. What
-- families repay makes no room: it was taken.
create function fund_appropriated(of_source text, of_programme text, of_year integer) returns bigint language sql stable as $$
  select coalesce(sum(amount_fen), 0)::bigint from fund_act
  where kind = 'INCOME' and state = 'CONFIRMED' and source = of_source and programme = of_programme and year = of_year
$$;
create function fund_taken(of_source text, of_programme text, of_year integer) returns bigint language sql stable as $$
  select coalesce(sum(reserved_fen - released_fen - written_back_fen - reissued_fen), 0)::bigint from batch_funds
  where source = of_source and programme = of_programme and semester in (of_year || '-spring', of_year || '-autumn')
$$;
create index batch_funds_quota on batch_funds (programme, source, semester);

-- The last word on both; callers are told before.
create function check_fund_quota() returns trigger language plpgsql as $$
declare
  of_year integer;
  most    bigint;
  used    bigint;
begin
  of_year := case tg_table_name when 'fund_act' then (to_jsonb(new) ->> 'year')::integer
                                else substr(to_jsonb(new) ->> 'semester', 1, 4)::integer end;
  select amount_fen into most from fund_quota
  where source = new.source and programme = new.programme and year = of_year and state = 'IN_FORCE';
  if found then
    used := case tg_table_name when 'fund_act' then fund_appropriated(new.source, new.programme, of_year)
                               else fund_taken(new.source, new.programme, of_year) end;
    if used > most then
      raise exception 'the quota of % for % in % is %, not %', new.source, new.programme, of_year, most, used
        using errcode = 'check_violation';
    end if;
  end if;
  return null;
end $$;
create constraint trigger fund_act_within_quota after update on fund_act deferrable initially deferred
  for each row when (new.kind = 'INCOME' and new.state = 'CONFIRMED') execute function check_fund_quota();
create constraint trigger batch_funds_within_quota after insert or update of reserved_fen on batch_funds deferrable initially deferred
  for each row execute function check_fund_quota();
