-- The life of batches and their lines, as the database guards it. The same tables stand in BatchTransitions and LineTransitions,
-- with who may do what; a test holds them equal.
create extension if not exists btree_gist;

create table payment_batch_edge (
  from_state text not null,
  to_state   text not null,
  primary key (from_state, to_state)
);
insert into payment_batch_edge values
  ('DRAFT', 'SCHOOL_OK'), ('REJECTED', 'SCHOOL_OK'), ('SCHOOL_OK', 'NOTICED'), ('NOTICED', 'CENTER_SCHOOL_OK'),
  ('CENTER_SCHOOL_OK', 'COUNTY_OK'), ('COUNTY_OK', 'COUNTY_OK'), ('COUNTY_OK', 'FROZEN'), ('FROZEN', 'SENT_TO_BANK'),
  ('SENT_TO_BANK', 'PARTLY_PAID'), ('SENT_TO_BANK', 'PAID'), ('PARTLY_PAID', 'PARTLY_PAID'), ('PARTLY_PAID', 'PAID'),
  ('PAID', 'PARTLY_PAID'), ('PARTLY_PAID', 'RECONCILED'), ('PAID', 'RECONCILED'), ('RECONCILED', 'CLOSED'),
  ('RECONCILED', 'PARTLY_PAID'), ('CLOSED', 'PARTLY_PAID'),
  ('SCHOOL_OK', 'REJECTED'), ('NOTICED', 'REJECTED'), ('CENTER_SCHOOL_OK', 'REJECTED'), ('COUNTY_OK', 'REJECTED'),
  ('DRAFT', 'CANCELLED'), ('REJECTED', 'CANCELLED'), ('SCHOOL_OK', 'CANCELLED'), ('NOTICED', 'CANCELLED'),
  ('CENTER_SCHOOL_OK', 'CANCELLED'), ('COUNTY_OK', 'CANCELLED'), ('FROZEN', 'CANCELLED');

create table payment_line_edge (
  from_state text not null,
  to_state   text not null,
  primary key (from_state, to_state)
);
insert into payment_line_edge values
  ('DRAFT', 'FROZEN'), ('DRAFT', 'VOID'), ('FROZEN', 'SENT'), ('FROZEN', 'VOID'), ('SENT', 'SETTLED'), ('SENT', 'RETURNED'),
  ('SETTLED', 'RETURNED'), ('RETURNED', 'REISSUED'), ('REISSUED', 'RETURNED'), ('RETURNED', 'WRITTEN_BACK');
revoke insert, update, delete, truncate on payment_batch_edge, payment_line_edge from ${app_role};

-- What happened to a batch, in its order, and who did it in which duty. Maker, checker and payer are different people.
create table payment_batch_step (
  batch_id   uuid        not null references payment_batch,
  revision   bigint      not null,
  act        text        not null,
  part       text,
  from_state text,
  to_state   text        not null,
  duty       text        check (duty in ('MAKER', 'CHECKER', 'PAYER')),
  round      integer     not null check (round > 0),
  actor      text        not null,
  actor_name text        not null,
  at         timestamptz not null,
  reason     text,
  primary key (batch_id, revision),
  constraint payment_duties_apart exclude using gist (batch_id with =, actor with =, duty with <>)
);
comment on column payment_batch_step.part is 'whose approval it is, of those the amount asks for';
comment on column payment_batch_step.round is 'counts submissions; approvals before a rejection do not count any more';
create unique index payment_batch_step_part on payment_batch_step (batch_id, round, part) where part is not null;
create unique index payment_batch_step_approver on payment_batch_step (batch_id, round, actor) where part is not null;
create trigger payment_batch_step_append_only before update or delete or truncate on payment_batch_step
  for each statement execute function refuse_change();

-- Awards a batch could not take, and lines that left it before it was frozen; never lost, always with the reason.
create table payment_left_out (
  id         uuid        primary key,
  batch_id   uuid        not null references payment_batch,
  award_id   uuid        not null references award,
  student_id uuid        not null,
  at_step    text        not null check (at_step in ('CREATION', 'FREEZE')),
  amount_fen bigint      not null,
  reasons    text        not null check (reasons is json array),
  at         timestamptz not null
);
create index payment_left_out_batch on payment_left_out (batch_id, id);
create index payment_left_out_award on payment_left_out (award_id);
create trigger payment_left_out_append_only before update or delete or truncate on payment_left_out
  for each statement execute function refuse_change();

-- A batch is handed to the bank in one file; asked for again, it is the same file.
create table payment_file (
  batch_id     uuid        not null references payment_batch,
  number       integer     not null check (number > 0),
  requested_on date        not null,
  created_at   timestamptz not null,
  line_count   integer     not null check (line_count > 0),
  total_fen    bigint      not null check (total_fen > 0),
  sent_by      text        not null,
  primary key (batch_id, number),
  constraint payment_file_only_one unique (batch_id)
);
create trigger payment_file_append_only before update or delete or truncate on payment_file
  for each statement execute function refuse_change();

-- Money that came back and goes back to its sources: proposed by one person, decided by another.
create table payment_write_back (
  id           uuid        primary key,
  line_id      uuid        not null references payment_line,
  state        text        not null check (state in ('PROPOSED', 'DECIDED', 'REFUSED')),
  reason       text        not null,
  proposed_by  text        not null,
  proposed_name text       not null,
  proposed_at  timestamptz not null,
  decided_by   text,
  decided_at   timestamptz,
  check ((state = 'PROPOSED') = (decided_by is null)),
  check (decided_by is distinct from proposed_by)
);
create unique index payment_write_back_once on payment_write_back (line_id) where state <> 'REFUSED';

-- Which approvals a batch needs, by its amount: of the rows in force the one with the greatest amount not above it. LOCAL data.
create table payment_approval_band (
  first_day  date   not null,
  from_fen   bigint not null check (from_fen >= 0),
  approvals  text[] not null check (cardinality(approvals) > 0 and approvals <@ '{COUNTY,FINANCE,LEADERSHIP}' and 'COUNTY' = any (approvals)),
  document   text   not null,
  set_by     text   not null,
  primary key (first_day, from_fen)
);
comment on column payment_approval_band.first_day is 'the rows of the latest first day that has come count, all together';
insert into payment_approval_band values
  ('2018-09-01', 0, '{COUNTY}', 'LOCAL', 'system:seed'),
  ('2018-09-01', 50000000, '{COUNTY,FINANCE,LEADERSHIP}', 'LOCAL', 'system:seed');

-- How soon money has to arrive: days for a reissue, and the day by which a semester is paid (S138; LOCAL data).
create table payment_term (
  first_day    date    primary key,
  reissue_days integer not null check (reissue_days between 1 and 250),
  bank_days    integer not null check (bank_days between 1 and 250),
  spring_until text    not null check (spring_until ~ '^\d\d-\d\d$'),
  autumn_until text    not null check (autumn_until ~ '^\d\d-\d\d$'),
  document     text    not null,
  set_by       text    not null
);
comment on column payment_term.bank_days is 'working days in which the bank answers';
insert into payment_term values ('2018-09-01', 10, 5, '04-30', '11-30', 'LOCAL', 'system:seed');
create trigger payment_approval_band_append_only before update or delete or truncate on payment_approval_band
  for each statement execute function refuse_change();
create trigger payment_term_append_only before update or delete or truncate on payment_term
  for each statement execute function refuse_change();
revoke update, delete, truncate on payment_batch_step, payment_left_out, payment_file, payment_approval_band, payment_term from ${app_role};
revoke delete, truncate on payment_batch, payment_line, payment_write_back from ${app_role};

-- The number a bank has in the national payment system (行号), by the code accounts name it with. What is missing here is entered by the
-- aid centre: a payment to that bank is not handed over before.
create table payment_bank (
  code        text primary key,
  line_number text not null check (line_number ~ '^\d{12}$'),
  set_by      text not null
);
insert into payment_bank values
  ('102', '102100099996', 'system:seed'), ('103', '103100000026', 'system:seed'), ('104', '104100000004', 'system:seed'),
  ('105', '105100000017', 'system:seed'), ('301', '301290000007', 'system:seed'), ('403', '403100000004', 'system:seed');
revoke delete, truncate on payment_bank from ${app_role};

-- Lines are born in drafts, and only in batches that are still being made. Checked row by row: a statement's rows seen as one table
-- are joined as if they were few, which never ends for a large batch.
create function check_new_line() returns trigger language plpgsql as $$
begin
  if new.state <> 'DRAFT' or new.sequence is not null
     or (select state from payment_batch where id = new.batch_id) not in ('DRAFT', 'REJECTED') then
    raise exception 'a line begins as a draft in a batch that is being made' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger payment_line_begins before insert on payment_line for each row execute function check_new_line();

-- What was frozen is never changed; a line only takes edges there are, and never goes ahead of its batch.
create function check_changed_line() returns trigger language plpgsql as $$
declare
  batch_state text;
begin
  if (old.id, old.batch_id, old.award_id, old.instalment, old.student_id, old.school_code, old.amount_fen)
       is distinct from (new.id, new.batch_id, new.award_id, new.instalment, new.student_id, new.school_code, new.amount_fen)
     or old.reissue_of is distinct from new.reissue_of
     or (old.state <> 'DRAFT' and (old.account_id, old.sequence, old.end_to_end_id)
           is distinct from (new.account_id, new.sequence, new.end_to_end_id))
     or (old.state = new.state and old.state <> 'DRAFT')
     or (old.state <> new.state and new.revision <> old.revision + 1) then
    raise exception 'a line of a batch is never rewritten' using errcode = 'restrict_violation';
  end if;
  if old.state = new.state then
    return new;
  end if;
  if not exists (select from payment_line_edge where (from_state, to_state) = (old.state, new.state)) then
    raise exception 'a line does not go from % to %', old.state, new.state using errcode = 'restrict_violation';
  end if;
  select state into batch_state from payment_batch where id = new.batch_id;
  if (new.state = 'FROZEN' and batch_state <> 'FROZEN')
     or (new.state in ('SENT', 'SETTLED', 'RETURNED', 'REISSUED', 'WRITTEN_BACK')
         and batch_state not in ('SENT_TO_BANK', 'PARTLY_PAID', 'PAID', 'RECONCILED', 'CLOSED')) then
    raise exception 'a line does not go ahead of its batch' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger payment_line_stays before update on payment_line for each row execute function check_changed_line();

create function check_batch_change() returns trigger language plpgsql as $$
begin
  if (new.id, new.kind, new.programme, new.semester, new.made_by, new.made_at)
      is distinct from (old.id, old.kind, old.programme, old.semester, old.made_by, old.made_at)
     or (new.school_code, new.town, new.stage, new.replaces) is distinct from (old.school_code, old.town, old.stage, old.replaces)
     or (old.frozen_at is not null and (new.frozen_at, new.frozen_lines, new.frozen_fen, new.frozen_sha256)
          is distinct from (old.frozen_at, old.frozen_lines, old.frozen_fen, old.frozen_sha256))
     or new.revision <> old.revision + 1 then
    raise exception 'a batch is never rewritten' using errcode = 'restrict_violation';
  end if;
  if not exists (select from payment_batch_edge where (from_state, to_state) = (old.state, new.state)) then
    raise exception 'a batch does not go from % to %', old.state, new.state using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger payment_batch_stays before update on payment_batch for each row execute function check_batch_change();

create function check_batch_begins() returns trigger language plpgsql as $$
begin
  if new.state <> 'DRAFT' or new.frozen_at is not null then
    raise exception 'a batch begins as a draft' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger payment_batch_begins before insert on payment_batch for each row execute function check_batch_begins();

-- Where each line of a frozen batch ended, through all its reissues.
create view payment_line_end as
with recursive chain as (
  select id as line_id, batch_id, amount_fen, id as last_id, state from payment_line where sequence is not null
  union all
  select c.line_id, c.batch_id, c.amount_fen, n.id, n.state
  from chain c join payment_line n on n.reissue_of = c.last_id and n.state <> 'VOID' and n.sequence is not null
  where c.state = 'REISSUED')
select line_id, batch_id, amount_fen, last_id, state from chain where state <> 'REISSUED';

-- At the end of a transaction: a frozen batch has exactly the lines and fen it was frozen with, none of them a draft; a closed one has
-- every fen of them paid or written back.
create function check_batch_sums() returns trigger language plpgsql as $$
declare
  now payment_batch%rowtype;
  lines bigint;
  fen bigint;
  drafts bigint;
begin
  select * into now from payment_batch where id = new.id;
  if now.frozen_at is null then
    return null;
  end if;
  select count(*) filter (where sequence is not null), coalesce(sum(amount_fen) filter (where sequence is not null), 0),
         count(*) filter (where state = 'DRAFT')
    into lines, fen, drafts from payment_line where batch_id = now.id;
  if lines <> now.frozen_lines or fen <> now.frozen_fen or drafts > 0 then
    raise exception 'batch % was frozen with % lines and % fen and has % and %', now.id, now.frozen_lines, now.frozen_fen, lines, fen
      using errcode = 'check_violation';
  end if;
  if now.state = 'CLOSED' then
    -- Each line's chain of its own, so that closing costs what the batch has and not what the table has.
    with recursive chain as (
      select amount_fen, id as last_id, state from payment_line where batch_id = now.id and sequence is not null
      union all
      select c.amount_fen, n.id, n.state
      from chain c join payment_line n on n.reissue_of = c.last_id and n.state <> 'VOID' and n.sequence is not null
      where c.state = 'REISSUED')
    select coalesce(sum(amount_fen), 0) into fen from chain where state in ('SETTLED', 'WRITTEN_BACK');
    if fen <> now.frozen_fen then
      raise exception 'batch % has % of % fen paid or written back', now.id, fen, now.frozen_fen using errcode = 'check_violation';
    end if;
  end if;
  return null;
end $$;
create constraint trigger payment_batch_sums after update on payment_batch deferrable initially deferred
  for each row execute function check_batch_sums();
