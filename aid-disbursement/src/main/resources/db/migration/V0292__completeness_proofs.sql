-- The three questions of a semester (S28) as they were answered: what was answered stays, and shows when it was altered.
create table completeness_proof (
  id              uuid        primary key,
  semester        text        not null check (semester ~ '^20\d\d-(spring|autumn)$'),
  of_school       text,
  of_town         text,
  policy_version  text,
  person_complete boolean     not null,
  money_complete  boolean     not null,
  policy_complete boolean     not null,
  answers         text        not null check (answers is json object),
  sha256          text        not null,
  made_by         text        not null,
  made_by_name    text        not null,
  made_at         timestamptz not null,
  constraint completeness_proof_hash check (sha256 = encode(sha256(convert_to(answers, 'UTF8')), 'hex'))
);
comment on table completeness_proof is 'of a school or a town where one of them asked; else of the county';
comment on column completeness_proof.answers is 'all figures, letter by letter as they were hashed';
create index completeness_proof_semester on completeness_proof (semester, id);
create trigger completeness_proof_append_only before update or delete or truncate on completeness_proof
  for each statement execute function refuse_change();
revoke update, delete, truncate on completeness_proof from ${app_role};
