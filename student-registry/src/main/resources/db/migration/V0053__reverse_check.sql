-- Reverse check (S46, S73): a person of school age on a register with no pupil is a task of the household's central school.
create table reverse_check (
  id             uuid        primary key references match_case (id),
  version        bigint      not null check (version > 0),
  state          text        not null check (state in
                   ('OPEN', 'TAKEN', 'PROPOSED', 'FOLLOWED_UP', 'SETTLED', 'CLOSED')),
  expected_stage text,
  opened_on      date        not null,
  due_on         date        not null,
  taken_by       text,
  taken_by_name  text,
  taken_at       timestamptz,
  answer_id      uuid,
  answered_on    date,
  proposed_by    text,
  settled_by     text,
  settled_at     timestamptz,
  check (due_on >= opened_on),
  check (state not in ('PROPOSED', 'FOLLOWED_UP', 'SETTLED') or answer_id is not null),
  check (state <> 'SETTLED' or (proposed_by is not null and settled_by is not null and settled_by <> proposed_by))
);
create index reverse_check_live on reverse_check (state, id) where state <> 'CLOSED';
comment on column reverse_check.expected_stage is 'the stage a person of this age would be in';

create table reverse_check_answer (
  id            uuid        primary key,
  task_id       uuid        not null references reverse_check (id),
  kind          text        not null check (kind in ('OUT_OF_AREA', 'OUT_OF_SCHOOL', 'WRONG_NUMBER', 'OVER_AGE',
                  'NOT_SCHOOL_AGE', 'MOVED', 'DECEASED', 'NOT_FOUND')),
  province      text,
  city          text,
  school_name   text,
  stage         text        check (stage in ('PRESCHOOL', 'PRIMARY', 'JUNIOR', 'SENIOR', 'HIGHER')),
  why           text,
  since         date,
  student_id    uuid        references student (id),
  number_sealed bytea,
  evidence      text        not null,
  answered_by   text        not null,
  answered_by_name text     not null,
  answered_at   timestamptz not null
);
create index reverse_check_answer_task on reverse_check_answer (task_id, id);
alter table reverse_check add foreign key (answer_id) references reverse_check_answer (id);
create trigger reverse_check_answer_append_only before update or delete or truncate on reverse_check_answer
  for each statement execute function refuse_change();
revoke update, delete, truncate on reverse_check_answer from ${app_role};

-- Tasks of before get what is left of the usual time; their revision goes on where the events of the cases stopped.
insert into reverse_check (id, version, state, opened_on, due_on)
select id, version, case when state in ('OPEN', 'CLOSED') then state else 'CLOSED' end,
  (created_at at time zone 'Asia/Shanghai')::date, (created_at at time zone 'Asia/Shanghai')::date + 14
from match_case where kind = 'NO_PUPIL';
