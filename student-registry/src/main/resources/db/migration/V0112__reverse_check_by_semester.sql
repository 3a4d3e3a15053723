-- A new semester asks anew: who has come of school age meanwhile, and what holds for a semester only.
create table reverse_check_repetition (
  kind       text        not null check (kind in ('OUT_OF_AREA', 'OVER_AGE', 'NOT_SCHOOL_AGE', 'MOVED', 'DECEASED')),
  valid_from date        not null,
  again      boolean     not null,
  source     text        not null,
  entered_by text        not null,
  entered_at timestamptz not null default now(),
  primary key (kind, valid_from)
);
comment on table reverse_check_repetition is 'whether an answer agreed on is asked again when a semester begins; the newest row of a kind holds';
create trigger reverse_check_repetition_append_only before update or delete or truncate on reverse_check_repetition
  for each statement execute function refuse_change();
revoke update, delete, truncate on reverse_check_repetition from ${app_role};
insert into reverse_check_repetition (kind, valid_from, again, source, entered_by) values
  ('OUT_OF_AREA', '2000-01-01', true, '学期工作方案：每学期掌握在外就读困难学生情况（S73）', 'system:migration'),
  ('NOT_SCHOOL_AGE', '2000-01-01', true, '默认值：到入学年龄须再核实', 'system:migration'),
  ('OVER_AGE', '2000-01-01', false, '默认值，由管理员调整', 'system:migration'),
  ('MOVED', '2000-01-01', false, '默认值，由管理员调整', 'system:migration'),
  ('DECEASED', '2000-01-01', false, '默认值，由管理员调整', 'system:migration');

-- The day of each semester on which everybody was looked at.
create table reverse_check_round (
  counted_on  date        primary key,
  came_of_age bigint      not null,
  asked_again bigint      not null,
  at          timestamptz not null
);

-- What two people have agreed on goes on to count while it is asked again.
alter table reverse_check
  add column agreed_answer_id uuid references reverse_check_answer (id),
  add column asked_again_on   date;
update reverse_check set agreed_answer_id = answer_id where state = 'SETTLED';
alter table reverse_check add check (state <> 'SETTLED' or agreed_answer_id = answer_id);
create index reverse_check_agreed on reverse_check (id) where agreed_answer_id is not null and state <> 'CLOSED';
