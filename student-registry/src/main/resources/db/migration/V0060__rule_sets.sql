-- Rule sets as data: drafted by one person, approved by another, never changed once approved. The set that decides a semester
-- is the approved one in effect on its first day, the latest approval first.
create table rule_set (
  id               text        not null check (id ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
  version          text        not null check (version ~ '^[1-9][0-9]{0,3}$'),
  effective_from   date        not null,
  effective_to     date,
  documents        jsonb       not null check (jsonb_typeof(documents) = 'array'),
  parameters       jsonb       not null check (jsonb_typeof(parameters) = 'object'),
  state            text        not null check (state in ('DRAFT', 'APPROVED')),
  revision         bigint      not null check (revision > 0),
  drafted_by       text        not null,
  drafted_by_name  text        not null,
  drafted_at       timestamptz not null,
  approved_by      text,
  approved_by_name text,
  approved_at      timestamptz,
  approval_reason  text,
  primary key (id, version),
  check (effective_to is null or effective_to >= effective_from),
  check ((state = 'APPROVED') = (approved_at is not null and approved_by is not null and approval_reason is not null)),
  check (approved_by <> drafted_by)
);

create function refuse_change_of_approved_rules() returns trigger language plpgsql as $$
begin
  if old.state = 'APPROVED' then
    raise exception 'an approved rule set is never changed' using errcode = 'restrict_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger rule_set_approved before update or delete on rule_set
  for each row execute function refuse_change_of_approved_rules();
create trigger rule_set_kept before truncate on rule_set for each statement execute function refuse_change();
revoke truncate on rule_set from ${app_role};
