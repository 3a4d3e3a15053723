-- Notices that have ended, and what is missing in the proof that they hung as they must (A11).
create table notice (
  notice_id         uuid    primary key,
  revision          bigint  not null check (revision >= 0),
  school_code       text    not null,
  evidence_complete boolean,
  evidence_gaps     text[]  not null
);
comment on column notice.evidence_complete is 'null: told before evidence was asked for';

alter table due_subject
  drop constraint due_subject_kind_check,
  add constraint due_subject_kind_check check (kind in ('PUPIL', 'REVERSE_CHECK', 'NOTICE'));
alter table data_check
  drop constraint data_check_subject_kind_check,
  add constraint data_check_subject_kind_check check (subject_kind in ('PUPIL', 'REVERSE_CHECK', 'NOTICE'));

insert into data_check (code, position, subject_kind, name_zh, name_en, legal_basis, deadline_days) values
  ('A11', 11, 'NOTICE', '公示佐证材料不完整', 'Notice evidence incomplete',
   '学期工作方案：增减须评审、公示，建档立卡学生每学期单独公示；公示须留存标题、说明、首末日照片', 5);
