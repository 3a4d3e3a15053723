-- Approvals of many awards at once, portion by portion; what each portion did is counted in the portion's own transaction.
create table approval_run (
  id              uuid    primary key,
  semester        text    not null check (semester ~ '^20\d\d-(spring|autumn)$'),
  programme       text,
  school_code     text,
  job_id          uuid    not null,
  asked_by        text    not null,
  asked_by_name   text    not null,
  org             text    not null,
  asked_at        timestamptz not null,
  approved        integer not null default 0,
  own_proposals   integer not null default 0,
  quota_reached   integer not null default 0,
  committed_fen   bigint  not null default 0,
  after_award     uuid,
  finished_at     timestamptz
);
comment on column approval_run.after_award is 'how far it is; taken up from there after an interruption';
revoke delete, truncate on approval_run from ${app_role};
