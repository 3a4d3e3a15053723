-- Who judges at a school (认定工作组), what was said in its meetings, and how many pupils the school may judge.
create table review_group (
  id              uuid        primary key,
  school_code     text        not null references school (code),
  semester        text        not null check (semester ~ '^20[0-9]{2}-(spring|autumn)$'),
  formed_by       text        not null,
  formed_by_name  text        not null,
  formed_at       timestamptz not null
);
create index review_group_list on review_group (semester, id);

create table review_group_member (
  id       uuid primary key,
  group_id uuid not null references review_group (id),
  kind     text not null check (kind in ('LEADER', 'AID_STAFF', 'TEACHER', 'PUPIL', 'PARENT')),
  name     text not null
);
create index review_group_member_group on review_group_member (group_id, id);

create table review_meeting (
  id               uuid        primary key,
  group_id         uuid        not null references review_group (id),
  held_on          date        not null,
  present          uuid[]      not null check (cardinality(present) > 0),
  minutes          text        not null,
  recorded_by      text        not null,
  recorded_by_name text        not null,
  recorded_at      timestamptz not null
);
comment on column review_meeting.minutes is 'where the signed minutes are kept';
create index review_meeting_group on review_meeting (group_id, id);

create table review_case (
  meeting_id     uuid    not null references review_meeting (id),
  application_id uuid    not null references application (id),
  assessment     text    not null check (assessment in ('SEVERE', 'DIFFICULT', 'ORDINARY', 'NONE')),
  votes_for      integer not null check (votes_for >= 0),
  votes_against  integer not null check (votes_against >= 0),
  primary key (meeting_id, application_id)
);
alter table application_step add foreign key (meeting_id) references review_meeting (id);

create table hardship_quota (
  id          uuid        primary key,
  semester    text        not null check (semester ~ '^20[0-9]{2}-(spring|autumn)$'),
  school_code text        references school (code),
  measure     text        not null check (measure in ('NUMBER', 'PERMILLE')),
  amount      integer     not null check (amount >= 0 and (measure = 'NUMBER' or amount <= 1000)),
  source      text        not null,
  set_by      text        not null,
  set_by_name text        not null,
  set_at      timestamptz not null
);
comment on table hardship_quota is 'ordinary hardship only; the newest row of a school counts, else the newest without a school';
create index hardship_quota_list on hardship_quota (semester, school_code, id desc);

create trigger review_group_append_only before update or delete or truncate on review_group
  for each statement execute function refuse_change();
create trigger review_group_member_append_only before update or delete or truncate on review_group_member
  for each statement execute function refuse_change();
create trigger review_meeting_append_only before update or delete or truncate on review_meeting
  for each statement execute function refuse_change();
create trigger review_case_append_only before update or delete or truncate on review_case
  for each statement execute function refuse_change();
create trigger hardship_quota_append_only before update or delete or truncate on hardship_quota
  for each statement execute function refuse_change();
revoke update, delete, truncate on review_group, review_group_member, review_meeting, review_case, hardship_quota
  from ${app_role};
