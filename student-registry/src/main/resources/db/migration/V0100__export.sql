-- Lists that leave the system: asked for, approved where many persons or full numbers are in them, written, taken, gone.
create table export_limit (
  valid_from     date        primary key,
  approval_above integer     not null check (approval_above >= 0),
  keep_hours     integer     not null check (keep_hours between 1 and 720),
  downloads      integer     not null check (downloads between 1 and 10),
  source         text        not null,
  entered_by     text        not null,
  entered_at     timestamptz not null default now()
);
comment on column export_limit.approval_above is 'more persons than this need another person''s approval';
comment on column export_limit.downloads is 'how often one file can be taken';
insert into export_limit (valid_from, approval_above, keep_hours, downloads, source, entered_by) values
  ('2018-09-01', 50, 72, 1, '默认值，由管理员按本地规定调整', 'system:migration');

create table export_layout (
  code       text        not null check (code ~ '^[a-z0-9-]{2,40}$'),
  version    integer     not null check (version > 0),
  name       text        not null,
  dataset    text        not null check (dataset in ('PUPILS', 'IDENTIFIED', 'EVIDENCE', 'NOTICES')),
  filing     boolean     not null,
  first_row  boolean     not null,
  columns    jsonb       not null,
  source     text        not null,
  entered_by text        not null,
  entered_at timestamptz not null default now(),
  primary key (code, version)
);
comment on table export_layout is 'the newest version of a code counts';
comment on column export_layout.filing is 'its sheets are entered into the national system; who was on one is kept for the checklist';
comment on column export_layout.first_row is 'the watermark stands above the header, too';

create table export (
  id                uuid        primary key,
  version           bigint      not null check (version > 0),
  state             text        not null check (state in ('REQUESTED', 'APPROVED', 'REFUSED', 'READY', 'EXPIRED')),
  layout_code       text        not null,
  layout_version    integer     not null,
  format            text        not null check (format in ('XLSX', 'CSV_UTF8', 'CSV_GB18030')),
  semester          text,
  school_code       text,
  stage             text,
  full_numbers      boolean     not null,
  purpose           text        not null,
  persons           bigint      not null check (persons > 0),
  needs_approval    boolean     not null,
  own_school        text,
  own_town          text,
  requested_by      text        not null,
  requested_by_name text        not null,
  requested_org     text        not null,
  requested_at      timestamptz not null,
  decided_by        text,
  decided_by_name   text,
  decided_at        timestamptz,
  opinion           text,
  job_id            uuid,
  ends_at           timestamptz not null,
  downloads_left    integer     not null check (downloads_left >= 0),
  ready_at          timestamptz,
  rows              bigint,
  sha256            bytea,
  headers           text[],
  file_name         text,
  foreign key (layout_code, layout_version) references export_layout (code, version),
  check (decided_by <> requested_by),
  check (num_nulls(decided_by, decided_by_name, decided_at, opinion) in (0, 4)),
  check (not needs_approval or state in ('REQUESTED', 'EXPIRED') or decided_by is not null),
  check (num_nulls(ready_at, rows, sha256, headers, file_name) in (0, 5)),
  check (not full_numbers or needs_approval)
);
comment on table export is 'what was taken out stays known: how many rows, which columns, the hash; never the content';
comment on column export.own_town is 'with own_school, what the asking person answers for; null for the bureau';
create index export_list on export (own_town, own_school, id);
create index export_ending on export (ends_at) where state in ('REQUESTED', 'APPROVED', 'READY');

create table export_file (
  export_id uuid    not null references export (id),
  part      integer not null,
  sealed    bytea   not null,
  primary key (export_id, part)
);
alter table export_file alter column sealed set storage external;

-- Entry into the national system (建档备案): it locks, and what is not entered by then stays out (教育部 training papers).
create table filing_lock (
  id         uuid        primary key,
  semester   text        not null check (semester ~ '^20[0-9]{2}-(spring|autumn)$'),
  locks_on   date        not null,
  source     text        not null,
  entered_by text        not null,
  entered_at timestamptz not null
);
comment on table filing_lock is 'the newest row of a semester counts';
create index filing_lock_semester on filing_lock (semester, id desc);

create table filing_entry (
  student_id  uuid        not null references student (id),
  semester    text        not null,
  export_id   uuid        not null references export (id),
  exported_at timestamptz not null,
  entered_on  date,
  entered_by  text,
  primary key (student_id, semester),
  check ((entered_on is null) = (entered_by is null))
);

create trigger export_limit_append_only before update or delete or truncate on export_limit
  for each statement execute function refuse_change();
create trigger export_layout_append_only before update or delete or truncate on export_layout
  for each statement execute function refuse_change();
create trigger filing_lock_append_only before update or delete or truncate on filing_lock
  for each statement execute function refuse_change();
revoke update, delete, truncate on export_limit, export_layout, filing_lock from ${app_role};
revoke delete, truncate on export from ${app_role};
