-- Whose money it is. A source is called in the books by its code; its kind is what payer shares of policy speak of.
create table fund_source (
  code    text    primary key check (code ~ '^[A-Z][A-Z0-9-]{1,39}$'),
  kind    text    not null check (kind in ('CENTRE', 'PROVINCE', 'CITY', 'COUNTY', 'SCHOOL', 'DONOR')),
  name_zh text    not null,
  name_en text    not null,
  active  boolean not null default true,
  added_by text   not null default 'system:seed'
);
insert into fund_source (code, kind, name_zh, name_en) values
  ('CENTRE', 'CENTRE', '中央资金', 'Central funds'),
  ('CENTRE-LOTTERY', 'CENTRE', '中央专项彩票公益金', 'Central lottery fund'),
  ('PROVINCE', 'PROVINCE', '省级资金', 'Provincial funds'),
  ('CITY', 'CITY', '市级资金', 'City funds'),
  ('COUNTY', 'COUNTY', '县级资金', 'County funds'),
  ('SCHOOL', 'SCHOOL', '学校提取资金', 'Funds set aside by schools'),
  ('DONOR', 'DONOR', '社会捐赠', 'Donations');

-- After how many years money that was not spent goes back to the treasury. The newest rule not after the year counts.
create table fund_term (
  effective_from integer     primary key check (effective_from between 2000 and 2100),
  unspent_years  integer     not null check (unspent_years between 1 and 20),
  document       text        not null,
  set_by         text        not null,
  set_by_name    text        not null,
  set_at         timestamptz not null
);
insert into fund_term values (2015, 2, '国办发〔2014〕70号 盘活财政存量资金（待县财政局确认）', 'system:seed', '系统', '2019-03-01 00:00+08');

-- Acts about funds: entered by one person, in force by another's word, taken back by a reversal only.
create table fund_act (
  id               uuid        primary key,
  revision         bigint      not null check (revision > 0),
  kind             text        not null check (kind in ('INCOME', 'CARRY_OVER', 'TREASURY_RETURN')),
  source           text        not null references fund_source,
  programme        text        not null references programme,
  year             integer     not null check (year between 2000 and 2100),
  semester         text        check (semester ~ '^20\d\d-(spring|autumn)$'),
  document_no      text,
  value_date       date        not null,
  amount_fen       bigint      not null check (amount_fen >= 0),
  reported_fen     bigint      check (reported_fen >= 0),
  reason           text,
  state            text        not null check (state in ('ENTERED', 'CONFIRMED', 'REFUSED', 'REVERSED')),
  entered_by       text        not null,
  entered_by_name  text        not null,
  entered_at       timestamptz not null,
  decided_by       text,
  decided_by_name  text,
  decided_at       timestamptz,
  transaction_id   uuid        unique references ledger_transaction deferrable initially deferred,
  check ((state = 'ENTERED') = (decided_by is null)),
  check (decided_by is distinct from entered_by),
  check ((kind = 'CARRY_OVER') = (reported_fen is not null)),
  check (kind = 'CARRY_OVER' or (amount_fen > 0 and document_no is not null)),
  check ((transaction_id is not null) = (state in ('CONFIRMED', 'REVERSED') and amount_fen > 0))
);
comment on column fund_act.year is 'the calendar year whose money it is; of a carry-over the year that ends';
comment on column fund_act.amount_fen is 'of a carry-over what the books show at the end of the year';
comment on column fund_act.reported_fen is 'what was reported as carried over';
create unique index fund_act_document_once on fund_act (kind, source, programme, document_no, semester) nulls not distinct
  where kind <> 'CARRY_OVER' and state in ('ENTERED', 'CONFIRMED');
create unique index carry_over_once on fund_act (year, programme, source)
  where kind = 'CARRY_OVER' and state in ('ENTERED', 'CONFIRMED');
create index fund_act_list on fund_act (kind, year, id);

create function check_fund_act_change() returns trigger language plpgsql as $$
begin
  if (old.state, new.state) not in (('ENTERED', 'CONFIRMED'), ('ENTERED', 'REFUSED'), ('CONFIRMED', 'REVERSED'))
      or (new.id, new.kind, new.source, new.programme, new.year, new.value_date, new.amount_fen, new.entered_by)
         is distinct from
         (old.id, old.kind, old.source, old.programme, old.year, old.value_date, old.amount_fen, old.entered_by)
      or (new.semester, new.document_no, new.reported_fen, new.reason)
         is distinct from (old.semester, old.document_no, old.reported_fen, old.reason) then
    raise exception 'an act about funds is decided once and never rewritten' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger fund_act_edges before update on fund_act for each row execute function check_fund_act_change();
create trigger fund_act_kept before delete or truncate on fund_act for each statement execute function refuse_change();

-- Where the money of a batch stands, source by source. It moves between the columns and is never more or less than was reserved.
create table batch_funds (
  batch_id         uuid   not null,
  source           text   not null,
  programme        text   not null references programme,
  semester         text,
  reserved_fen     bigint not null check (reserved_fen > 0),
  payable_fen      bigint not null check (payable_fen >= 0),
  returned_fen     bigint not null default 0 check (returned_fen >= 0),
  paid_fen         bigint not null default 0 check (paid_fen >= 0),
  written_back_fen bigint not null default 0 check (written_back_fen >= 0),
  reissued_fen     bigint not null default 0 check (reissued_fen >= 0),
  released_fen     bigint not null default 0 check (released_fen >= 0),
  primary key (batch_id, source),
  constraint no_fen_lost_or_made check
    (payable_fen + returned_fen + paid_fen + written_back_fen + reissued_fen + released_fen = reserved_fen)
);
comment on column batch_funds.reissued_fen is 'returned money that went on into another batch';

-- Of which batch returned money went on into which.
create table batch_reissue (
  transaction_id uuid   not null references ledger_transaction deferrable initially deferred,
  source         text   not null,
  from_batch     uuid   not null,
  into_batch     uuid   not null,
  fen            bigint not null check (fen > 0),
  primary key (transaction_id, source),
  foreign key (from_batch, source) references batch_funds,
  foreign key (into_batch, source) references batch_funds
);
create index batch_reissue_into on batch_reissue (into_batch);
create trigger batch_reissue_append_only before update or delete or truncate on batch_reissue
  for each statement execute function refuse_change();

-- Money allotted down the levels (财政资金下达): a record of documents; it moves nothing in the county's books.
create table fund_allotment (
  id              uuid        primary key,
  programme       text        not null references programme,
  year            integer     not null check (year between 2000 and 2100),
  semester        text        check (semester ~ '^20\d\d-(spring|autumn)$'),
  source          text        not null references fund_source,
  from_level      text        not null check (from_level in ('PROVINCE', 'CITY', 'COUNTY')),
  to_unit         text        not null,
  amount_fen      bigint      not null check (amount_fen > 0),
  document_no     text        not null,
  issued_on       date        not null,
  entered_by      text        not null,
  entered_by_name text        not null,
  entered_at      timestamptz not null,
  unique nulls not distinct (programme, year, semester, source, from_level, to_unit, document_no)
);
comment on column fund_allotment.to_unit is 'the city, the county, or the school''s code: one level down';
create index fund_allotment_list on fund_allotment (year, id);
create trigger fund_allotment_append_only before update or delete or truncate on fund_allotment
  for each statement execute function refuse_change();
create trigger fund_term_append_only before update or delete or truncate on fund_term
  for each statement execute function refuse_change();

revoke update, delete, truncate on fund_term, batch_reissue, fund_allotment from ${app_role};
revoke delete, truncate on fund_act, batch_funds, fund_source from ${app_role};
