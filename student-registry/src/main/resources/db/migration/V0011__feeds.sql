-- Files and messages as they came in, and what became of each row.
create table feed_batch (
  id           uuid        primary key,
  source       text        not null,
  kind         text        not null check (kind in ('FILE', 'MESSAGES')),
  as_of        date        not null,
  semester     text,
  columns      text[]      not null default '{}',
  file_size    bigint,
  state        text        not null check (state in ('RECEIVED', 'DONE', 'FAILED')),
  job_id       uuid,
  created_by   text        not null,
  created_name text        not null,
  created_at   timestamptz not null,
  finished_at  timestamptz,
  rows         integer     not null default 0 check (rows >= 0),
  accepted     integer     not null default 0,
  refused      integer     not null default 0,
  duplicates   integer     not null default 0,
  matched      integer     not null default 0,
  added        integer     not null default 0,
  changed      integer     not null default 0,
  same         integer     not null default 0,
  gone         integer     not null default 0,
  reasons      jsonb       not null default '{}',
  error        text,
  check (rows = accepted + refused + duplicates)
);
create index feed_batch_source on feed_batch (source, as_of);
create unique index feed_batch_messages on feed_batch (source, as_of) where kind = 'MESSAGES';

create table feed_file (
  batch_id uuid    not null references feed_batch (id),
  part     integer not null,
  sealed   bytea   not null,
  primary key (batch_id, part)
);
alter table feed_file alter column sealed set storage external;
comment on table feed_file is 'the original, encrypted in parts';

-- outcome ACCEPTED, REFUSED or DUPLICATE; change NEW, CHANGED, SAME or STALE; sealed holds the cells of refused rows only.
-- No foreign key: rows are written with their batch, hundreds of thousands at a time.
create table feed_row (
  batch_id     uuid    not null,
  line_no      integer not null,
  outcome      text    not null,
  match        text,
  change       text,
  reasons      text[],
  sealed       bytea,
  primary key (batch_id, line_no)
);
create index feed_row_refused on feed_row (batch_id, line_no) where outcome <> 'ACCEPTED';

-- Files are staged in temporary tables: they are not logged, nobody else sees them and a killed run leaves none behind.
do $$ begin
  execute format('grant temporary on database %I to ${app_role}', current_database());
end $$;
