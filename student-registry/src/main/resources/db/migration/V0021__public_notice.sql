-- Lists posted for objection: only what the law lets be posted, for the working days it asks for.
create table public_notice (
  id             uuid        primary key,
  semester       text        not null references semester (code),
  school_code    text        not null references school (code),
  kind           text        not null check (kind in ('GENERAL', 'REG_POOR')),
  version        bigint      not null check (version > 0),
  first_day      date        not null,
  last_day       date        not null,
  state          text        not null check (state in ('POSTED', 'CLOSED')),
  posted_by      text        not null,
  posted_by_name text        not null,
  posted_at      timestamptz not null,
  closed_at      timestamptz,
  check (last_day >= first_day),
  check ((state = 'CLOSED') = (closed_at is not null))
);
create index public_notice_running on public_notice (last_day) where state = 'POSTED';
create index public_notice_list on public_notice (semester, id);

create table notice_line (
  id                uuid    primary key,
  notice_id         uuid    not null references public_notice (id),
  identification_id uuid    not null references identification (id),
  pending           boolean not null,
  name              text    not null,
  school_name       text    not null,
  grade             integer not null,
  class_name        text,
  level             text,
  state             text    not null check (state in ('LISTED', 'SUSPENDED', 'WITHDRAWN', 'REJECTED', 'PASSED')),
  unique (notice_id, identification_id)
);
comment on column notice_line.pending is 'the line takes effect when the period ends; the others are listed because each semester they must be';
create index notice_line_identification on notice_line (identification_id);
alter table identification add foreign key (notice_id) references public_notice (id);

create table objection (
  id               uuid        primary key,
  notice_id        uuid        not null references public_notice (id),
  line_id          uuid        not null references notice_line (id),
  content          text        not null,
  objector         text,
  state            text        not null check (state in ('OPEN', 'UPHELD', 'DISMISSED')),
  answer           text,
  raised_by        text        not null,
  raised_at        timestamptz not null,
  answered_by      text,
  answered_by_name text,
  answered_at      timestamptz,
  check ((state = 'OPEN') = (answered_at is null))
);
create unique index objection_one_open on objection (line_id) where state = 'OPEN';
create index objection_notice on objection (notice_id, id);
