-- An account is right on the day its holder was proven. When the pupil leaves, his record is merged or parted, or somebody ceases to be
-- his guardian, the registry is asked again before anything is paid to it.
alter table pupil add column guardians_revision integer not null default 1;
comment on column pupil.guardians_revision is 'raised by the registry each time somebody ceases to be a guardian of the pupil';

alter table payee_account
  add column proven_guardians integer not null default 1,
  add column proven_left      boolean not null default false,
  add column ask_again        text check (ask_again in ('MERGED', 'MERGE_UNDONE', 'LEFT', 'GUARDIANS_CHANGED')),
  add column ask_again_since  date,
  add check ((ask_again is null) = (ask_again_since is null));
comment on column payee_account.proven_guardians is 'guardians_revision of the pupil when the registry last said who the holder is';
comment on column payee_account.proven_left is 'the pupil had left already when the holder was last proven: it is no news';
create index payee_account_ask_again on payee_account (id) where ask_again is not null and state in ('PROPOSED', 'CONFIRMED');

create or replace view payee_payable as
select a.student_id, a.id as account_id, a.version as account_version, a.bank_code, a.account_tail
from payee_account a
where a.state = 'CONFIRMED' and a.needs_update is null and a.ask_again is null
  and not exists (select 1 from payee_flag f where f.account_id = a.id and f.state <> 'ACCEPTED');

alter table payee_import_row drop constraint payee_import_row_outcome_check;
alter table payee_import_row add constraint payee_import_row_outcome_check
  check (outcome in ('PROPOSED', 'FLAGGED', 'UNCHANGED', 'PROVEN_AGAIN', 'REFUSED'));
