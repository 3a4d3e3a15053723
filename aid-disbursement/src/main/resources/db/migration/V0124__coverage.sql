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

create trigger suspicion_threshold_append_only before update or delete or truncate on suspicion_threshold
  for each statement execute function refuse_change();
revoke update, delete, truncate on suspicion_threshold from ${app_role};
