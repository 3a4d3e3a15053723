-- What inspection finds about aid without valid basis (A06); the highest revision is kept. It stands while a person has
-- confirmed it and nobody closed it.
create table wrong_award (
  finding_id  uuid primary key,
  revision    bigint not null,
  student_id  uuid not null,
  semester    text not null check (semester ~ '^20\d\d-(spring|autumn)$'),
  stands      boolean not null,
  text_zh     text not null,
  text_en     text not null,
  legal_basis text
);
create index wrong_award_standing on wrong_award (student_id) where stands;

alter table award add column finding_id uuid;
comment on column award.finding_id is 'the confirmed finding that holds it';
-- What is confirmed to be wrong is neither waiting for approval nor paid.
alter table award add constraint award_confirmed_wrong_is_not_paid
  check (finding_id is null or state in ('SUSPENDED', 'STOPPED'));
