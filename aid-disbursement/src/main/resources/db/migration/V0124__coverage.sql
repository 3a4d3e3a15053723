-- By which day aid of a semester should have reached its pupils: the row of its season with the latest first semester counts.
create table payment_deadline (
  season         text not null check (season in ('spring', 'autumn')),
  effective_from text not null check (effective_from ~ '^20\d\d-(spring|autumn)$'),
  month          integer not null check (month between 1 and 12),
  day            integer not null check (day between 1 and 31),
  document       text not null,
  set_by         text not null,
  set_by_name    text not null,
  set_at         timestamptz not null,
  primary key (season, effective_from)
);
comment on column payment_deadline.month is 'of the semester''s own year';
insert into payment_deadline values
  ('spring', '2016-spring', 4, 30, '涿州市教育和体育局2019年春季学期教育扶贫资助工作计划：四月份完成资助资金落实', 'system:seed', '系统', '2019-03-01 00:00+08'),
  ('autumn', '2016-autumn', 11, 30, '涿州市本级规定（待资助中心确认）', 'system:seed', '系统', '2019-03-01 00:00+08');

-- From how many pupils on something is told of as suspicious (A13). The row with the latest first day counts.
create table suspicion_threshold (
  first_day         date primary key,
  least_pupils      integer not null check (least_pupils > 1),
  repeated_permille integer not null check (repeated_permille between 0 and 1000),
  document          text not null,
  set_by            text not null,
  set_by_name       text not null,
  set_at            timestamptz not null
);
comment on column suspicion_threshold.repeated_permille is 'rotation is suspected where at most so many of a thousand were aided in both semesters';
insert into suspicion_threshold values
  ('2016-01-01', 3, 200, '涿州市本级规定（待资助中心确认）', 'system:seed', '系统', '2019-03-01 00:00+08');

create trigger payment_deadline_append_only before update or delete or truncate on payment_deadline
  for each statement execute function refuse_change();
create trigger suspicion_threshold_append_only before update or delete or truncate on suspicion_threshold
  for each statement execute function refuse_change();
revoke update, delete, truncate on payment_deadline, suspicion_threshold from ${app_role};
