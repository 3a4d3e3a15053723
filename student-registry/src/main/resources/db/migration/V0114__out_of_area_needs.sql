-- Which of the nine answers are needed, of whom, and why: dated rows, the newest of a question holds.
create table out_of_area_need (
  question   text        not null check (question in ('FOUR_CATEGORY', 'AIDED', 'POLICIES', 'STAGE', 'RESPONSIBLE_SCHOOL',
               'UNIVERSITY_NATURE', 'LOCAL_POLICY', 'THREE_WAIVERS', 'NATIONAL_GRANT')),
  valid_from date        not null,
  needed     text        not null check (needed in ('ALWAYS', 'WHERE_AIDED', 'OF_STAGES', 'NEVER')),
  stages     text[]      not null default '{}' check (stages <@ array['PRESCHOOL', 'PRIMARY', 'JUNIOR', 'SENIOR_HIGH',
               'SECONDARY_VOCATIONAL', 'HIGHER', 'SPECIAL']),
  why_zh     text        not null,
  why_en     text        not null,
  source     text        not null,
  entered_by text        not null,
  entered_at timestamptz not null default now(),
  primary key (question, valid_from),
  check ((needed = 'OF_STAGES') = (cardinality(stages) > 0))
);
create trigger out_of_area_need_append_only before update or delete or truncate on out_of_area_need
  for each statement execute function refuse_change();
revoke update, delete, truncate on out_of_area_need from ${app_role};
insert into out_of_area_need (question, valid_from, needed, stages, why_zh, why_en, source, entered_by)
select q.question, '2000-01-01', q.needed, q.stages, q.zh, q.en, '学期工作方案（S74–S82）', 'system:migration'
from (values
  ('FOUR_CATEGORY', 'ALWAYS', '{}'::text[], '每名在外学生都须掌握', 'needed for everybody'),
  ('AIDED', 'ALWAYS', '{}', '每名在外学生都须掌握', 'needed for everybody'),
  ('STAGE', 'ALWAYS', '{}', '每名在外学生都须掌握', 'needed for everybody'),
  ('RESPONSIBLE_SCHOOL', 'ALWAYS', '{}', '每名在外学生都须掌握', 'needed for everybody'),
  ('POLICIES', 'WHERE_AIDED', '{}', '享受资助的须写明政策', 'needed where aid is enjoyed'),
  ('UNIVERSITY_NATURE', 'OF_STAGES', '{HIGHER}', '在外就读的大学生须掌握', 'needed for university students'),
  ('LOCAL_POLICY', 'OF_STAGES', '{HIGHER}', '在外就读的大学生须掌握', 'needed for university students'),
  ('THREE_WAIVERS', 'OF_STAGES', '{SENIOR_HIGH,SECONDARY_VOCATIONAL,HIGHER}', '高中、中职、大学阶段才有该政策',
    'the policy exists beyond compulsory education only'),
  ('NATIONAL_GRANT', 'OF_STAGES', '{SENIOR_HIGH,SECONDARY_VOCATIONAL,HIGHER}', '高中、中职、大学阶段才有该政策',
    'the policy exists beyond compulsory education only')) as q (question, needed, stages, zh, en);

-- By which rows a pupil's answers were last found complete or not; whoever was measured by older ones is looked at again.
alter table out_of_area_student add column needs_from date;
update out_of_area_student set needs_from = '2000-01-01';
