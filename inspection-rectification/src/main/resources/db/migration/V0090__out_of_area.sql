-- Pupils who study elsewhere: whether the letter to their school, or its reply, is late.
create table out_of_area_student (
  out_of_area_student_id uuid    primary key,
  revision               bigint  not null check (revision >= 0),
  town                   text,
  overdue                text    check (overdue in ('LETTER', 'REPLY')),
  escalated              boolean not null
);

alter table due_subject
  drop constraint due_subject_kind_check,
  add constraint due_subject_kind_check check (kind in ('PUPIL', 'REVERSE_CHECK', 'NOTICE', 'FEED', 'OUT_OF_AREA'));
alter table data_check
  drop constraint data_check_subject_kind_check,
  add constraint data_check_subject_kind_check check (subject_kind in ('PUPIL', 'REVERSE_CHECK', 'NOTICE', 'FEED', 'OUT_OF_AREA'));

insert into data_check (code, position, subject_kind, name_zh, name_en, legal_basis, deadline_days) values
  ('OUT_OF_AREA', 30, 'OUT_OF_AREA', '在外就读学生未函告或未回执', 'Pupil out of area: no letter or no reply',
   '学期工作方案：各中心校要及时将学生的家庭基本情况及相关证明材料以书面形式通知到该生所在就读学校', 5);
