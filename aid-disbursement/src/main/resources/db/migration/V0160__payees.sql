-- The account aid of a pupil goes to. Account numbers are never in clear: *_sealed is the encrypted number, *_index its blind index,
-- account_tail its last four digits. What an account is never changes; another account is another row.

-- Banks that take payments here, and how their numbers are written. LOCAL data: the aid centre completes it.
create table bank (
  code       text    primary key,
  name       text    not null unique,
  active     boolean not null default true,
  version    bigint  not null default 1
);
comment on column bank.code is 'the first three digits of a bank''s number in the national payment system';
insert into bank (code, name) values
  ('102', '中国工商银行'), ('103', '中国农业银行'), ('104', '中国银行'), ('105', '中国建设银行'), ('301', '交通银行'),
  ('313', '城市商业银行'), ('314', '农村商业银行'), ('402', '农村信用社'), ('403', '中国邮政储蓄银行');

-- The longest prefix a number begins with tells its length and whether its last digit checks the others; a passbook has no check digit.
create table account_range (
  prefix   text    primary key check (prefix ~ '^\d*$'),
  shortest integer not null check (shortest > 5),
  longest  integer not null check (longest >= shortest and longest <= 32),
  luhn     boolean not null,
  note     text
);
insert into account_range (prefix, shortest, longest, luhn, note) values
  ('62', 16, 19, true, '银联借记卡（GB/T 19584）'),
  ('', 10, 25, false, '存折及其他账号');

-- How strict accounts are looked at, from a day on; rows are only added.
create table payee_rule (
  valid_from       date    primary key,
  guardian_stages  text[]  not null check (cardinality(guardian_stages) > 0),
  pupils_per_card  integer not null check (pupils_per_card > 0),
  added_by         text    not null
);
comment on column payee_rule.guardian_stages is 'stages whose pupils are young enough for a guardian''s account without further question';
insert into payee_rule (valid_from, guardian_stages, pupils_per_card, added_by) values
  ('2018-09-01', '{PRESCHOOL,PRIMARY,JUNIOR,SPECIAL}', 4, 'system:seed');
create trigger payee_rule_append_only before update or delete or truncate on payee_rule
  for each statement execute function refuse_change();
revoke update, delete, truncate on payee_rule from ${app_role};

-- A file of accounts. Its rows were checked against the roll while it was handed in; a job decides about each.
create table payee_import (
  id           uuid        primary key,
  state        text        not null check (state in ('RECEIVED', 'DONE')),
  sha256       bytea       not null,
  job_id       uuid,
  by_id        text        not null,
  by_name      text        not null,
  by_org       text        not null,
  at           timestamptz not null,
  finished_at  timestamptz
);

create table payee_account (
  id                  uuid        primary key,
  student_id          uuid        not null,
  version             bigint      not null check (version > 0),
  state               text        not null check (state in ('PROPOSED', 'CONFIRMED', 'REFUSED', 'REPLACED', 'CLOSED')),
  holder_kind         text        not null check (holder_kind in ('SELF', 'GUARDIAN')),
  holder_relation     text,
  holder_legal        boolean,
  holder_name         text        not null,
  holder_index        uuid        not null,
  bank_code           text        not null references bank,
  account_index       uuid        not null,
  account_sealed      bytea       not null,
  account_tail        text        not null check (length(account_tail) = 4),
  reason              text        not null,
  import_id           uuid        references payee_import,
  proposed_by         text        not null,
  proposed_name       text        not null,
  proposed_at         timestamptz not null,
  decided_by          text,
  decided_name        text,
  decided_at          timestamptz,
  valid_from          date,
  valid_until         date,
  needs_update        text,
  needs_update_since  date,
  check (decided_by <> proposed_by),
  check (state = 'PROPOSED' or decided_by is not null),
  check ((valid_from is not null) = (state in ('CONFIRMED', 'REPLACED', 'CLOSED'))),
  check ((valid_until is not null) = (state in ('REPLACED', 'CLOSED'))),
  check ((needs_update is null) = (needs_update_since is null))
);
comment on column payee_account.holder_index is 'blind index of the holder''s identity number: tells the same person, never who he is';
comment on column payee_account.needs_update is 'why a payment to it came back; until it is replaced nothing is paid to it';
create unique index payee_account_confirmed on payee_account (student_id) where state = 'CONFIRMED';
create unique index payee_account_proposed on payee_account (student_id) where state = 'PROPOSED';
create index payee_account_student on payee_account (student_id, id);
create index payee_account_card on payee_account (account_index);
create index payee_account_holder_name on payee_account (holder_name) where state in ('PROPOSED', 'CONFIRMED');
create index payee_account_import on payee_account (import_id, id) where import_id is not null;

create extension if not exists btree_gist;
-- One person's card serves pupils he is himself or guards: no card has two holders (A10).
alter table payee_account add constraint payee_account_one_holder_per_card
  exclude using gist (account_index with =, holder_index with <>) where (state in ('PROPOSED', 'CONFIRMED'));

create function payee_account_stays() returns trigger language plpgsql as $$
begin
  if (new.id, new.student_id, new.holder_kind, new.holder_name, new.holder_index, new.bank_code, new.account_index, new.account_sealed,
      new.proposed_by, new.proposed_at) is distinct from
     (old.id, old.student_id, old.holder_kind, old.holder_name, old.holder_index, old.bank_code, old.account_index, old.account_sealed,
      old.proposed_by, old.proposed_at)
     or old.state in ('REFUSED', 'REPLACED', 'CLOSED') or new.version <> old.version + 1 then
    raise exception 'an account is never changed, only followed by another' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger payee_account_stays before update on payee_account for each row execute function payee_account_stays();
create trigger payee_account_kept before delete or truncate on payee_account for each statement execute function refuse_change();
revoke delete, truncate on payee_account from ${app_role};

-- What a person other than the proposer has to look at before the account is paid to.
create table payee_flag (
  id           uuid        primary key,
  account_id   uuid        not null references payee_account,
  code         text        not null,
  state        text        not null check (state in ('OPEN', 'ACCEPTED', 'REFUSED')),
  version      bigint      not null default 1,
  raised_at    timestamptz not null,
  decided_by   text,
  decided_name text,
  decided_at   timestamptz,
  opinion      text,
  unique (account_id, code),
  check ((state = 'OPEN') = (decided_by is null)),
  check (state = 'OPEN' or opinion is not null)
);
create index payee_flag_open on payee_flag (account_id) where state = 'OPEN';

create table payee_event (
  id         uuid        primary key,
  account_id uuid        not null references payee_account,
  version    bigint      not null,
  occasion   text        not null,
  state      text        not null,
  reason     text,
  by_id      text        not null,
  by_name    text        not null,
  at         timestamptz not null
);
create index payee_event_account on payee_event (account_id, id);
create trigger payee_event_append_only before update or delete or truncate on payee_event
  for each statement execute function refuse_change();
revoke update, delete, truncate on payee_event from ${app_role};

create view payee_payable as
select a.student_id, a.id as account_id, a.version as account_version, a.bank_code, a.account_tail
from payee_account a
where a.state = 'CONFIRMED' and a.needs_update is null
  and not exists (select 1 from payee_flag f where f.account_id = a.id and f.state <> 'ACCEPTED');
comment on view payee_payable is 'the account of each pupil money may go to; a pupil who is missing here is not paid';

create table payee_import_row (
  import_id  uuid    not null references payee_import,
  line       integer not null,
  student_id uuid,
  check_json jsonb   not null,
  sealed     bytea   not null,
  outcome    text    check (outcome in ('PROPOSED', 'FLAGGED', 'UNCHANGED', 'REFUSED')),
  reasons    text[]  not null default '{}',
  account_id uuid    references payee_account,
  primary key (import_id, line)
);
comment on column payee_import_row.sealed is 'the row as it stood in the file';
create index payee_import_row_outcome on payee_import_row (import_id, outcome, line);

-- Who works at which school, as accountability tells; names only serve to notice a teacher's card (A17).
create table staff_member (
  person_id    uuid   primary key,
  name         text   not null,
  school_codes text[] not null,
  revision     bigint not null
);
comment on column staff_member.school_codes is 'where he holds a post today; nowhere once he has left';
create index staff_member_name on staff_member (name);

-- Cards found to be a staff member's: nothing is paid to them.
create table staff_card (
  account_index uuid        primary key,
  account_tail  text        not null,
  reason        text        not null,
  added_by      text        not null,
  added_name    text        not null,
  added_at      timestamptz not null
);

-- Relations people who handle accounts have declared of themselves (A17).
create table declared_relation (
  id           uuid        primary key,
  actor_id     text        not null,
  person_index uuid        not null,
  relation     text        not null,
  declared_at  timestamptz not null,
  ended_at     timestamptz,
  unique (actor_id, person_index)
);
