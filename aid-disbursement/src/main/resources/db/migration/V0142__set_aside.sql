-- What schools set aside of their own income for aid (事业收入提取), and what they used of it. The rate is data: by who runs the
-- school and, where it says so, by its nature; the newest rule not after the year counts.
create table set_aside_rule (
  school_kind      text        not null check (school_kind in ('PUBLIC', 'PRIVATE', 'PRIVATE_INCLUSIVE', 'OTHER_DEPARTMENT')),
  school_nature    text,
  effective_from   integer     not null check (effective_from between 2000 and 2100),
  min_basis_points integer     not null check (min_basis_points between 0 and 10000),
  document         text        not null,
  set_by           text        not null,
  set_by_name      text        not null,
  set_at           timestamptz not null,
  unique nulls not distinct (school_kind, school_nature, effective_from)
);
comment on column set_aside_rule.school_nature is 'null = every nature that has no rule of its own';
comment on column set_aside_rule.min_basis_points is 'of the income base, in hundredths of a per cent';
insert into set_aside_rule values
  ('PUBLIC', null, 2016, 300, '公办学校事业收入提取比例（待确认）', 'system:seed', '系统', '2019-03-01 00:00+08'),
  ('PUBLIC', 'KINDERGARTEN', 2016, 300, '幼儿园事业收入提取比例3%—5%（待确认）', 'system:seed', '系统', '2019-03-01 00:00+08'),
  ('OTHER_DEPARTMENT', null, 2016, 300, '公办学校事业收入提取比例（待确认）', 'system:seed', '系统', '2019-03-01 00:00+08'),
  ('PRIVATE', null, 2016, 500, '民办学校从学费收入中提取不少于5%（待确认）', 'system:seed', '系统', '2019-03-01 00:00+08'),
  ('PRIVATE_INCLUSIVE', null, 2016, 500, '民办学校从学费收入中提取不少于5%（待确认）', 'system:seed', '系统', '2019-03-01 00:00+08');

create table set_aside (
  id              uuid        primary key,
  revision        bigint      not null check (revision > 0),
  school_code     text        not null,
  school_town     text        not null,
  year            integer     not null check (year between 2000 and 2100),
  school_kind     text        not null,
  school_nature   text        not null,
  income_base_fen bigint      not null check (income_base_fen >= 0),
  set_aside_fen   bigint      not null check (set_aside_fen >= 0),
  used_fen        bigint      not null default 0,
  entered_by      text        not null,
  entered_by_name text        not null,
  entered_at      timestamptz not null,
  unique (school_code, year),
  constraint no_more_used_than_set_aside check (used_fen between 0 and set_aside_fen)
);
create index set_aside_list on set_aside (year, id);

create table set_aside_use (
  id              uuid        primary key,
  set_aside_id    uuid        not null references set_aside,
  purpose         text        not null check (purpose in ('FEE_REDUCTION', 'GRANT', 'SPECIAL_DIFFICULTY')),
  amount_fen      bigint      not null check (amount_fen <> 0),
  used_on         date        not null,
  pupils          integer     not null check (pupils >= 0),
  takes_back      uuid        unique references set_aside_use,
  entered_by      text        not null,
  entered_by_name text        not null,
  entered_at      timestamptz not null,
  check ((takes_back is not null) = (amount_fen < 0))
);
create index set_aside_use_of on set_aside_use (set_aside_id, id);

create function carry_set_aside_use() returns trigger language plpgsql as $$
begin
  update set_aside set used_fen = used_fen + new.amount_fen where id = new.set_aside_id;
  return null;
end $$;
create trigger set_aside_use_carried after insert on set_aside_use for each row execute function carry_set_aside_use();
create trigger set_aside_use_append_only before update or delete or truncate on set_aside_use
  for each statement execute function refuse_change();
create trigger set_aside_rule_append_only before update or delete or truncate on set_aside_rule
  for each statement execute function refuse_change();
revoke update, delete, truncate on set_aside_use, set_aside_rule from ${app_role};
revoke delete, truncate on set_aside from ${app_role};
