-- Fees schools collected though an award waives them (A09), as aid-disbursement tells of them.
create table fee_receipt (
  receipt_id uuid   primary key,
  revision   bigint not null check (revision >= 0),
  student_id uuid   not null,
  semester   text   not null check (semester ~ '^20[0-9]{2}-(spring|autumn)$'),
  fee        text   not null check (fee in ('TUITION', 'BOARDING_FEE', 'TEXTBOOKS', 'MISC_FEE')),
  number     text   not null,
  left_fen   bigint not null check (left_fen >= 0),
  waived_by  text[] not null
);
create index fee_receipt_student on fee_receipt (student_id);
comment on column fee_receipt.left_fen is 'collected and not given back';
comment on column fee_receipt.waived_by is 'the programmes that waive this fee of his in that semester; empty where none does';

insert into data_check (code, position, subject_kind, name_zh, name_en, legal_basis, deadline_days) values
  ('A09', 9, 'PUPIL', '先收后免：已免费用仍向学生收取', 'Fee collected though it is waived',
   '河北省建档立卡等家庭经济困难学生“三免一助”政策：直接免除，不得“先收后返”', 5);
