-- Money asked back because a false statement was confirmed: which semesters, and which awards may have been paid on it.
create table recovery (
  id            uuid        primary key,
  student_id    uuid        not null,
  revision      bigint      not null check (revision > 0),
  semesters     text[]      not null check (cardinality(semesters) > 0),
  reason        text        not null,
  legal_basis   text        not null,
  asked_on      date        not null,
  received_at   timestamptz not null
);
comment on column recovery.semesters is 'in their order, without gaps';
create index recovery_student on recovery (student_id);

create table recovery_award (
  recovery_id uuid   not null references recovery (id),
  award_id    uuid   not null references award (id),
  amount_fen  bigint not null check (amount_fen > 0),
  primary key (recovery_id, award_id)
);
comment on table recovery_award is 'awards once approved: as much as this may have been paid';
create trigger recovery_append_only before update or delete or truncate on recovery
  for each statement execute function refuse_change();
create trigger recovery_award_append_only before update or delete or truncate on recovery_award
  for each statement execute function refuse_change();
revoke update, delete, truncate on recovery, recovery_award from ${app_role};
