-- What every service runs on: events out and in, the trail, repeated requests, background jobs, the business clock.
-- The application's role reads and writes rows; tables that only grow are narrowed at the end.
grant usage on schema public to ${app_role};
alter default privileges in schema public grant select, insert, update, delete on tables to ${app_role};
alter default privileges in schema public grant usage, select on sequences to ${app_role};

create table outbox (
  id           bigint generated always as identity primary key,
  event_id     uuid        not null unique default uuidv7(),
  topic        text        not null,
  event_key    text        not null,
  type         text        not null,
  subject      text        not null,
  revision     bigint      not null check (revision >= 0),
  occurred_at  timestamptz not null default now(),
  payload      text        not null,
  published_at timestamptz
);
create index outbox_unpublished on outbox (id) where published_at is null;
create index outbox_published on outbox (published_at) where published_at is not null;

create table inbox (
  consumer    text        not null,
  event_id    text        not null,
  received_at timestamptz not null default now(),
  primary key (consumer, event_id)
);
create index inbox_received on inbox (received_at);

create table dead_letter (
  id              uuid primary key,
  consumer        text        not null,
  topic           text        not null,
  partition       integer     not null,
  record_offset   bigint      not null,
  record_key      text,
  headers         jsonb       not null,
  payload         bytea       not null,
  reason          text        not null,
  failed_at       timestamptz not null default now(),
  replayed_at     timestamptz,
  replayed_by     text,
  unique (consumer, topic, partition, record_offset)
);
comment on column dead_letter.payload is 'encrypted: an unreadable message may carry personal data';

create table trail (
  id         bigint generated always as identity primary key,
  at         timestamptz not null,
  actor      text        not null,
  actor_name text        not null,
  org        text        not null,
  action     text        not null,
  subject    text        not null,
  subject_id text        not null,
  reason     text,
  detail     jsonb       not null default '{}',
  request_id text
);
create index trail_subject on trail (subject, subject_id, id);

-- The chain stands apart from the rows so that writers never wait for each other.
create table trail_seal (
  seq      bigint primary key,
  trail_id bigint not null unique references trail (id),
  previous bytea  not null,
  hash     bytea  not null unique
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger trail_append_only before update or delete or truncate on trail
  for each statement execute function refuse_change();
create trigger trail_seal_append_only before update or delete or truncate on trail_seal
  for each statement execute function refuse_change();

create table idempotency (
  actor        text        not null,
  key          text        not null,
  operation    text        not null,
  request_hash text        not null,
  status       integer,
  headers      jsonb,
  body         text,
  created_at   timestamptz not null default now(),
  primary key (actor, key)
);
create index idempotency_created on idempotency (created_at);

create table job (
  id           uuid primary key,
  kind         text        not null,
  subject      text        not null,
  state        text        not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
  done         bigint      not null default 0 check (done >= 0),
  total        bigint check (total >= 0),
  attempt      integer     not null default 0,
  error        text,
  cancel       boolean     not null default false,
  worker       text,
  lease_until  timestamptz,
  created_by   text        not null,
  created_name text        not null,
  created_org  text        not null,
  created_at   timestamptz not null default now(),
  finished_at  timestamptz
);
create index job_open on job (created_at) where state in ('QUEUED', 'RUNNING');
create index job_subject on job (kind, subject);

create table business_clock (
  singleton      boolean primary key default true check (singleton),
  offset_seconds bigint not null
);

-- Days that differ from "Monday to Friday work, Saturday and Sunday do not" (State Council notices).
create table calendar_exception (
  day     date primary key,
  working boolean not null,
  name    text    not null
);

revoke update, delete, truncate on trail, trail_seal from ${app_role};
