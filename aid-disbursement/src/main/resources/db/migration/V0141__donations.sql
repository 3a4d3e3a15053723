-- Social aid: who gives, on which occasion, what for, and which pupils it reaches (献爱心、一日捐、结对帮扶).
create table donor (
  id                 uuid        primary key,
  kind               text        not null check (kind in ('GROUP', 'ENTERPRISE', 'INSTITUTION', 'CELEBRITY', 'INDIVIDUAL')),
  name               text        not null,
  anonymous          boolean     not null,
  registered_by      text        not null,
  registered_by_name text        not null,
  registered_at      timestamptz not null
);
comment on column donor.anonymous is 'his name is for the bureau''s books only';

create table donation_activity (
  id              uuid        primary key,
  kind            text        not null check (kind in ('LOVE', 'ONE_DAY', 'PAIRING')),
  title           text        not null,
  semester        text        not null check (semester ~ '^20\d\d-(spring|autumn)$'),
  held_on         date        not null,
  school_code     text,
  school_town     text,
  entered_by      text        not null,
  entered_by_name text        not null,
  entered_at      timestamptz not null,
  check (school_code is null or school_town is not null)
);
comment on column donation_activity.kind is 'LOVE 献爱心, ONE_DAY 一日捐, PAIRING 结对帮扶';

create table donation (
  id              uuid        primary key,
  revision        bigint      not null check (revision > 0),
  donor_id        uuid        not null references donor,
  activity_id     uuid        references donation_activity,
  form            text        not null check (form in ('MONEY', 'IN_KIND')),
  programme       text        not null references programme,
  source          text        not null references fund_source,
  semester        text        not null check (semester ~ '^20\d\d-(spring|autumn)$'),
  amount_fen      bigint      not null check (amount_fen > 0),
  description     text,
  purpose         text        not null,
  only_school     text,
  only_stage      text,
  received_on     date        not null,
  state           text        not null check (state in ('ENTERED', 'CONFIRMED', 'REFUSED')),
  allocated_fen   bigint      not null default 0,
  entered_by      text        not null,
  entered_by_name text        not null,
  entered_at      timestamptz not null,
  decided_by      text,
  decided_by_name text,
  decided_at      timestamptz,
  transaction_id  uuid        unique references ledger_transaction deferrable initially deferred,
  check ((state = 'ENTERED') = (decided_by is null)),
  check (decided_by is distinct from entered_by),
  check (form = 'MONEY' or description is not null),
  check ((transaction_id is not null) = (state = 'CONFIRMED' and form = 'MONEY')),
  constraint no_more_than_was_given check (allocated_fen between 0 and amount_fen),
  constraint only_confirmed_money_is_allocated check (allocated_fen = 0 or (state = 'CONFIRMED' and form = 'MONEY'))
);
comment on column donation.amount_fen is 'of a donation in kind what it is worth';
comment on column donation.only_school is 'the donor''s condition: pupils of this school only';
create index donation_donor on donation (donor_id);

create table pairing (
  id               uuid        primary key,
  revision         bigint      not null check (revision > 0),
  donor_id         uuid        not null references donor,
  student_id       uuid        not null,
  school_code      text        not null,
  school_town      text        not null,
  from_semester    text        not null check (from_semester ~ '^20\d\d-(spring|autumn)$'),
  to_semester      text        check (to_semester ~ '^20\d\d-(spring|autumn)$'),
  amount_fen       bigint      not null check (amount_fen > 0),
  state            text        not null check (state in ('PROPOSED', 'ACTIVE', 'REFUSED', 'ENDED')),
  proposed_by      text        not null,
  proposed_by_name text        not null,
  proposed_at      timestamptz not null,
  decided_by       text,
  decided_by_name  text,
  decided_at       timestamptz,
  ended_reason     text,
  ended_on         date,
  check ((state = 'PROPOSED') = (decided_by is null)),
  check (decided_by is distinct from proposed_by),
  check ((state = 'ENDED') = (ended_reason is not null and ended_on is not null)),
  check (to_semester is null or semester_first_day(to_semester) >= semester_first_day(from_semester))
);
comment on column pairing.amount_fen is 'per semester';
create unique index pairing_once on pairing (donor_id, student_id) where state in ('PROPOSED', 'ACTIVE');
create index pairing_student on pairing (student_id);

create table donation_allocation (
  id               uuid        primary key,
  revision         bigint      not null check (revision > 0),
  donation_id      uuid        not null references donation,
  pairing_id       uuid        references pairing,
  student_id       uuid        not null,
  school_code      text        not null,
  school_town      text        not null,
  semester         text        not null check (semester ~ '^20\d\d-(spring|autumn)$'),
  amount_fen       bigint      not null check (amount_fen > 0),
  state            text        not null check (state in ('PROPOSED', 'APPROVED', 'REFUSED', 'PAID', 'WITHDRAWN')),
  proposed_by      text        not null,
  proposed_by_name text        not null,
  proposed_at      timestamptz not null,
  decided_by       text,
  decided_by_name  text,
  decided_at       timestamptz,
  paid_on          date,
  evidence         text,
  check ((state = 'PROPOSED') = (decided_by is null)),
  check (decided_by is distinct from proposed_by),
  check ((state = 'PAID') = (paid_on is not null and evidence is not null))
);
create unique index donation_allocation_once on donation_allocation (donation_id, student_id, semester)
  where state in ('PROPOSED', 'APPROVED', 'PAID');
create index donation_allocation_semester on donation_allocation (semester, school_code);

-- What an approval takes and a withdrawal gives back is kept on the donation itself, under its row's lock: two approvals at once
-- cannot both take the last money.
create function carry_allocation() returns trigger language plpgsql as $$
begin
  if (old.state, new.state) not in
      (('PROPOSED', 'APPROVED'), ('PROPOSED', 'REFUSED'), ('APPROVED', 'PAID'), ('APPROVED', 'WITHDRAWN'))
      or (new.donation_id, new.student_id, new.semester, new.amount_fen, new.proposed_by)
         is distinct from (old.donation_id, old.student_id, old.semester, old.amount_fen, old.proposed_by) then
    raise exception 'an allocation that is % does not become %', old.state, new.state using errcode = 'restrict_violation';
  end if;
  if new.state in ('APPROVED', 'WITHDRAWN') then
    update donation set allocated_fen =
        allocated_fen + case new.state when 'APPROVED' then new.amount_fen else -new.amount_fen end
    where id = new.donation_id;
  end if;
  return null;
end $$;
create trigger donation_allocation_carried after update on donation_allocation
  for each row execute function carry_allocation();
create trigger donation_allocation_kept before delete or truncate on donation_allocation
  for each statement execute function refuse_change();

create function check_donation_change() returns trigger language plpgsql as $$
begin
  if (new.donor_id, new.form, new.amount_fen, new.semester, new.entered_by)
      is distinct from (old.donor_id, old.form, old.amount_fen, old.semester, old.entered_by)
      or (old.state <> new.state and (old.state, new.state) not in (('ENTERED', 'CONFIRMED'), ('ENTERED', 'REFUSED'))) then
    raise exception 'a donation is decided once and never rewritten' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger donation_edges before update on donation for each row execute function check_donation_change();

-- What a donor is shown of the pupils he helps. The names of the columns are the program's, whether they are shown is the bureau's.
create table donor_column (
  code   text    primary key,
  shown  boolean not null,
  set_by text    not null default 'system:seed'
);
insert into donor_column (code, shown) values
  ('REFERENCE', true), ('SURNAME', false), ('NAME', false), ('SCHOOL', true), ('STAGE', true), ('GRADE', false),
  ('PERIOD', true), ('AMOUNT', true);

revoke update, delete, truncate on donor, donation_activity from ${app_role};
revoke delete, truncate on donation, pairing, donation_allocation, donor_column from ${app_role};
revoke insert on donor_column from ${app_role};
