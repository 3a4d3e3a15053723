-- What a notice says besides its lines, and how long things around it take.
-- Terms are dated: an administrator adds a row for a new beginning, what was in force stays readable.
create table notice_term (
  matter       text        not null check (matter in ('PERIOD_GENERAL', 'PERIOD_REG_POOR', 'RECHECK', 'APPEAL')),
  valid_from   date        not null,
  working_days integer     not null check (working_days between 1 and 60),
  source       text        not null,
  entered_by   text        not null,
  entered_at   timestamptz not null default now(),
  primary key (matter, valid_from)
);
create trigger notice_term_append_only before update or delete or truncate on notice_term
  for each statement execute function refuse_change();
revoke update, delete, truncate on notice_term from ${app_role};
insert into notice_term (matter, valid_from, working_days, source, entered_by) values
  ('PERIOD_GENERAL', '2018-09-01', 5, '各项资助管理办法及地方做法；教财〔2018〕16号未规定天数', 'system:migration'),
  ('PERIOD_REG_POOR', '2018-09-01', 5, '各项资助管理办法及地方做法；教财〔2018〕16号未规定天数', 'system:migration'),
  ('RECHECK', '2018-09-01', 5, '默认值，由管理员按当地规定调整', 'system:migration'),
  ('APPEAL', '2018-09-01', 10, '默认值，由管理员按当地规定调整', 'system:migration');

-- Where people object: at a school (its code) and above it ('bureau').
create table notice_contact (
  code       text        primary key,
  contact    text        not null,
  version    bigint      not null default 1,
  entered_by text        not null,
  entered_at timestamptz not null
);

alter table public_notice
  add column title         text,
  add column summary       text,
  add column objections_to text,
  add column required_days integer not null default 5 check (required_days > 0);
comment on column public_notice.required_days is 'working days in force when it was posted';
