-- What the registry tells of schools: who runs one and what sort it is decides who is entitled in it (办学性质, 办学类型). One row for
-- each change, so that a school that changes hands does not change what was granted in semesters before.
create table school_state (
  code      text    not null,
  revision  bigint  not null,
  since     date    not null,
  name      text    not null,
  stage     text    not null,
  town      text    not null,
  kind      text    check (kind in ('PUBLIC', 'PRIVATE', 'PRIVATE_INCLUSIVE', 'OTHER_DEPARTMENT')),
  nature    text    check (nature in ('CENTRAL_SCHOOL', 'COMPLETE_PRIMARY', 'TEACHING_POINT', 'NINE_YEAR', 'TWELVE_YEAR',
    'COMPLETE_SECONDARY', 'KINDERGARTEN', 'VOCATIONAL', 'SPECIAL', 'ORDINARY')),
  withdrawn boolean not null,
  primary key (code, revision)
);
comment on column school_state.since is 'the day it became known here; the registry tells no other';
comment on column school_state.withdrawn is 'only a file delivered wrongly had named it: nothing is known of it';
create trigger school_state_append_only before update or delete or truncate on school_state
  for each statement execute function refuse_change();
revoke update, delete, truncate on school_state from ${app_role};
