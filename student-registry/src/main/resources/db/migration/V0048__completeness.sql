-- Proofs that nobody in hardship was left behind (真贫不落一人, S28): everybody on a current feed or list and on the roll is
-- identified, or there is a reason or an open task. Content names pupils by id only.
create table completeness_proof (
  id           uuid        primary key,
  semester     text        not null references semester (code),
  school_code  text,
  state        text        not null check (state in ('COMPLETE', 'INCOMPLETE')),
  expected     integer     not null,
  identified   integer     not null,
  explained    integer     not null,
  missing      integer     not null check (missing >= 0),
  sha256       text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
  content      text        not null,
  made_by      text        not null,
  made_by_name text        not null,
  made_at      timestamptz not null,
  check (expected = identified + explained + missing),
  check ((state = 'COMPLETE') = (missing = 0))
);
comment on column completeness_proof.content is 'canonical JSON; sha256 is the hash of exactly these bytes in UTF-8';
create index completeness_proof_list on completeness_proof (semester, id);
create trigger completeness_proof_append_only before update or delete or truncate on completeness_proof
  for each statement execute function refuse_change();
revoke update, delete, truncate on completeness_proof from ${app_role};

create table completeness_reason (
  code     text    primary key,
  position integer not null unique,
  kind     text    not null check (kind in ('REASON', 'TASK')),
  name_zh  text    not null,
  name_en  text    not null
);
comment on table completeness_reason is 'why somebody on a feed is not identified; the first that applies counts';
insert into completeness_reason (code, position, kind, name_zh, name_en) values
  ('OPEN_CASE', 10, 'TASK', '名单与学籍比对待人工核实', 'A match waits for a person''s decision'),
  ('DECISION_NEEDED', 20, 'TASK', '须核实家庭经济困难或补充证明', 'Hardship or proof has to be established'),
  ('IN_REVIEW', 30, 'TASK', '拟认定，待评审', 'Proposed, waits for review'),
  ('REVIEWED', 40, 'TASK', '评审通过，待公示', 'Reviewed, waits for public notice'),
  ('ON_NOTICE', 50, 'TASK', '公示中', 'On public notice'),
  ('EVALUATION_PENDING', 60, 'TASK', '情况有变化，系统重新评定中', 'Facts changed, evaluation is under way'),
  ('REJECTED_AFTER_OBJECTION', 70, 'REASON', '公示异议成立，未认定', 'Rejected after an objection'),
  ('REJECTED_IN_REVIEW', 80, 'REASON', '评审未通过', 'Rejected in review'),
  ('HARDSHIP_NOT_FOUND', 90, 'REASON', '经核实家庭经济不困难', 'The family was found not to be in hardship'),
  ('NOT_IN_SCHOOL', 100, 'REASON', '休学，不在校', 'Suspended, not in school'),
  ('REMOVED_AFTER_NOTICE', 110, 'REASON', '原依据已不在最新名单，经评审公示取消', 'Former basis gone, ended after review and notice'),
  ('MATCH_REJECTED', 120, 'REASON', '经核实名单所列并非该生', 'The register row was found to mean somebody else');
