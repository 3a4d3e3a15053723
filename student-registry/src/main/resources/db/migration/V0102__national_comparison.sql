-- Our totals beside those of the national system's export. What its sheet looks like is data.
create table comparison_mapping (
  code       text        not null check (code ~ '^[a-z0-9-]{2,40}$'),
  version    integer     not null check (version > 0),
  name       text        not null,
  columns    jsonb       not null,
  stages     jsonb       not null,
  levels     jsonb       not null,
  source     text        not null,
  entered_by text        not null,
  entered_at timestamptz not null default now(),
  primary key (code, version)
);
comment on column comparison_mapping.columns is 'headers by field: STUDENT_NUMBER or IDENTITY_NUMBER, NAME, SCHOOL_CODE or SCHOOL_NAME, STAGE, LEVEL';
comment on column comparison_mapping.stages is 'our code by the word of the sheet; levels likewise';
insert into comparison_mapping (code, version, name, columns, stages, levels, source, entered_by) values
  ('identified', 1, '全国系统困难学生导出表（示例）', '{
    "STUDENT_NUMBER": ["全国学籍号", "学籍号"], "IDENTITY_NUMBER": ["身份证件号", "证件号码", "身份证号"],
    "NAME": ["姓名", "学生姓名"], "SCHOOL_CODE": ["学校标识码", "学校代码"], "SCHOOL_NAME": ["学校名称", "学校"],
    "STAGE": ["学段"], "LEVEL": ["困难等级", "困难程度"]}',
   '{"学前教育": "PRESCHOOL", "学前": "PRESCHOOL", "小学": "PRIMARY", "初中": "JUNIOR", "普通高中": "SENIOR_HIGH", "高中": "SENIOR_HIGH",
     "中等职业教育": "SECONDARY_VOCATIONAL", "中职": "SECONDARY_VOCATIONAL", "特殊教育": "SPECIAL"}',
   '{"特别困难": "SEVERE", "困难": "DIFFICULT", "比较困难": "DIFFICULT", "一般困难": "ORDINARY"}',
   '示例，须按当期导出表核对后另存新版本', 'system:migration');
create trigger comparison_mapping_append_only before update or delete or truncate on comparison_mapping
  for each statement execute function refuse_change();
revoke update, delete, truncate on comparison_mapping from ${app_role};

create table comparison (
  id              uuid        primary key,
  semester        text        not null references semester (code),
  mapping_code    text        not null,
  mapping_version integer     not null,
  as_of           date        not null,
  sha256          bytea       not null check (length(sha256) = 32),
  rows            integer     not null,
  unread          integer     not null,
  ours            bigint      not null,
  both_sides      bigint      not null,
  by_id           text        not null,
  by_name         text        not null,
  at              timestamptz not null,
  foreign key (mapping_code, mapping_version) references comparison_mapping (code, version)
);
comment on column comparison.sha256 is 'of the file that was compared; the file itself is not kept';
comment on column comparison.unread is 'rows without a usable number, school, stage or level';

create table comparison_total (
  comparison_id uuid   not null references comparison (id),
  school        text   not null,
  town          text,
  stage         text   not null,
  level         text   not null,
  ours          bigint not null,
  theirs        bigint not null,
  primary key (comparison_id, school, stage, level)
);
comment on column comparison_total.school is 'its code, or what the sheet says where no school of ours goes by that';

create table comparison_person (
  id            uuid    primary key,
  comparison_id uuid    not null references comparison (id),
  side          text    not null check (side in ('OURS', 'THEIRS')),
  student_id    uuid    references student (id),
  line_no       integer,
  name          text    not null,
  number        text,
  school        text    not null,
  town          text,
  stage         text    not null,
  level         text    not null
);
comment on column comparison_person.name is 'first character only; number: last four characters only';
create index comparison_person_list on comparison_person (comparison_id, side, id);
