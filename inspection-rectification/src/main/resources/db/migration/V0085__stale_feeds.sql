-- Sources whose newest data is too old for the rulings that lean on it (A18).
create table feed_freshness (
  feed_id      uuid primary key,
  revision     bigint  not null check (revision >= 0),
  source       text    not null,
  state        text    not null check (state in ('FRESH', 'STALE')),
  newest_as_of date,
  limit_days   integer not null
);

alter table due_subject drop constraint due_subject_kind_check;
alter table due_subject add constraint due_subject_kind_check check (kind in ('PUPIL', 'REVERSE_CHECK', 'NOTICE', 'FEED'));
alter table data_check drop constraint data_check_subject_kind_check;
alter table data_check add constraint data_check_subject_kind_check
  check (subject_kind in ('PUPIL', 'REVERSE_CHECK', 'NOTICE', 'FEED'));

insert into data_check (code, position, subject_kind, name_zh, name_en, legal_basis, deadline_days) values
  ('A18', 18, 'FEED', '认定所依据的数据来源已过期', 'Rulings lean on data that is too old',
   '学期工作方案：低保家庭学生要与民政部门最新的数据库信息保持一致', 5);
