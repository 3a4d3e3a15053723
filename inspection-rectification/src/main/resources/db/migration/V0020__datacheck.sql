create table data_check (
  code          text primary key,
  position      integer not null unique,
  subject_kind  text    not null check (subject_kind in ('PUPIL', 'REVERSE_CHECK')),
  name_zh       text    not null,
  name_en       text    not null,
  legal_basis   text    not null,
  deadline_days integer not null check (deadline_days between 1 and 250)
);
comment on column data_check.deadline_days is 'working days the responsible unit has';

insert into data_check (code, position, subject_kind, name_zh, name_en, legal_basis, deadline_days) values
  ('A04', 1, 'PUPIL', '漏助：有有效困难依据、在籍在校，未获应得资助', 'Missed eligible',
   '学期工作方案：困难学生应助尽助，不漏一人；真贫不落一人', 5),
  ('A06', 2, 'PUPIL', '错助：享受资助但无有效认定依据', 'Aided without valid basis',
   '学期工作方案：困难情况动态变化须与民政部门最新数据保持一致，增减须评审、公示', 5),
  ('NO_RESPONSIBLE', 3, 'PUPIL', '受助学生无帮扶责任人', 'Pupil without a responsible person',
   '学期工作方案：责任书须明确校长、分管领导、帮扶责任人的责任', 5),
  ('NO_PUPIL', 4, 'REVERSE_CHECK', '困难名册中的适龄人员无学籍', 'School-age person in hardship without a pupil record',
   '学期工作方案：中心校掌握户籍在辖区、在外就读困难学生情况；控辍保学', 5);

-- Programmes a pupil with a valid basis must get by his stage. An administrator adds rows with dates, never edits the past.
create table must_pay (
  id               uuid primary key default uuidv7(),
  programme        text    not null,
  name_zh          text    not null,
  name_en          text    not null,
  stage            text    not null
    check (stage in ('PRESCHOOL', 'PRIMARY', 'JUNIOR', 'SENIOR_HIGH', 'SECONDARY_VOCATIONAL', 'SPECIAL')),
  boarders_only    boolean not null,
  first_day        date    not null,
  last_day         date,
  legal_basis      text    not null,
  check (last_day is null or last_day >= first_day),
  unique (programme, stage, first_day)
);

insert into must_pay (programme, name_zh, name_en, stage, boarders_only, first_day, legal_basis) values
  ('PRE-01', '学前教育资助', 'Preschool aid', 'PRESCHOOL', false, '2018-09-01', '学前教育资助政策'),
  ('CMP-03', '义务教育寄宿生生活补助', 'Boarder living subsidy', 'PRIMARY', true, '2018-09-01', '义务教育家庭经济困难寄宿生生活补助政策'),
  ('CMP-03', '义务教育寄宿生生活补助', 'Boarder living subsidy', 'JUNIOR', true, '2018-09-01', '义务教育家庭经济困难寄宿生生活补助政策'),
  ('HS-01', '普通高中国家助学金', 'Senior high national grant', 'SENIOR_HIGH', false, '2018-09-01', '普通高中国家助学金政策'),
  ('SV-01', '中等职业教育免学费', 'Secondary vocational free tuition', 'SECONDARY_VOCATIONAL', false, '2018-09-01', '中等职业教育免学费政策');
