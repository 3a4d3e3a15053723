-- How many pupils of a school a programme reaches, and for how much money. Where no quota is in force, the number is not limited.
-- The rule a quota is counted by: the row with the latest semester not after the quota's counts.
create table quota_rule (
  programme         text    not null references programme,
  effective_from    text    not null check (effective_from ~ '^20\d\d-(spring|autumn)$'),
  permille          integer not null check (permille between 1 and 1000),
  stages            text[]  not null check (cardinality(stages) > 0),
  direct_categories text[]  not null,
  document          text    not null,
  set_by            text    not null,
  set_by_name       text    not null,
  set_at            timestamptz not null,
  primary key (programme, effective_from)
);
comment on column quota_rule.permille is 'of the pupils of these stages who are on the roll';
comment on column quota_rule.direct_categories is 'special groups: they come first and are never refused for want of room';
insert into quota_rule values ('HS-01', '2016-autumn', 200, '{SENIOR_HIGH}',
  '{REG_POOR,DIBAO_R,DIBAO_U,TEKUN_R,TEKUN_U,ORPHAN,DISABLED_STU,DISABLED_CHILD,MARTYR}',
  '普通高中国家助学金政策；教财〔2018〕16号', 'system:seed', '系统', '2019-03-01 00:00+08');
create trigger quota_rule_append_only before update or delete or truncate on quota_rule
  for each statement execute function refuse_change();

-- A quota of a school. It is proposed by one person and put in force by another; a later one takes its place.
create table quota (
  id               uuid        primary key,
  revision         bigint      not null check (revision > 0),
  semester         text        not null check (semester ~ '^20\d\d-(spring|autumn)$'),
  programme        text        not null references programme,
  school_code      text        not null,
  school_town      text        not null,
  places           integer     not null check (places >= 0),
  amount_fen       bigint      check (amount_fen >= 0),
  on_roll          integer     not null check (on_roll >= 0),
  computed_places  integer     not null check (computed_places >= 0),
  reason           text        not null,
  state            text        not null check (state in ('PROPOSED', 'IN_FORCE', 'REFUSED', 'REPLACED')),
  proposed_by      text        not null,
  proposed_by_name text        not null,
  proposed_at      timestamptz not null,
  decided_by       text,
  decided_by_name  text,
  decided_at       timestamptz,
  check ((state = 'PROPOSED') = (decided_by is null)),
  check (decided_by is distinct from proposed_by)
);
comment on column quota.amount_fen is 'null = only heads are limited';
comment on column quota.computed_places is 'what the rule gives for the pupils on the roll';
create unique index quota_in_force on quota (semester, programme, school_code) where state = 'IN_FORCE';
create unique index quota_proposed on quota (semester, programme, school_code) where state = 'PROPOSED';

create function check_quota_change() returns trigger language plpgsql as $$
begin
  if (old.state, new.state) not in (('PROPOSED', 'IN_FORCE'), ('PROPOSED', 'REFUSED'), ('IN_FORCE', 'REPLACED'))
      or (new.id, new.semester, new.programme, new.school_code, new.places, new.on_roll, new.reason, new.proposed_by)
         is distinct from
         (old.id, old.semester, old.programme, old.school_code, old.places, old.on_roll, old.reason, old.proposed_by)
      or new.amount_fen is distinct from old.amount_fen then
    raise exception 'a quota is decided once and never rewritten' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger quota_edges before update on quota for each row execute function check_quota_change();
create trigger quota_kept before delete or truncate on quota for each statement execute function refuse_change();

-- An award that was approved and has not ended takes a place, held ones included.
create view quota_taken as
select semester, programme, school_code, count(*)::int as heads, coalesce(sum(amount_fen), 0)::bigint as fen
from award where approved_by is not null and state <> 'STOPPED' group by semester, programme, school_code;

-- The last word on an approval: who belongs to no special group needs room, counted when his award is approved.
create function check_quota_room() returns trigger language plpgsql as $$
declare
  room  quota%rowtype;
  taken quota_taken%rowtype;
begin
  if new.state <> 'APPROVED' or old.approved_by is not null then
    return null;
  end if;
  select * into room from quota
  where semester = new.semester and programme = new.programme and school_code = new.school_code and state = 'IN_FORCE';
  if not found or exists (
      select from eligibility e join quota_rule r on r.programme = new.programme
      where e.identification_id = new.identification_id and e.categories && r.direct_categories
        and r.effective_from = (select x.effective_from from quota_rule x where x.programme = new.programme
                                  and semester_first_day(x.effective_from) <= semester_first_day(new.semester)
                                order by semester_first_day(x.effective_from) desc limit 1)) then
    return null;
  end if;
  select * into taken from quota_taken
  where semester = new.semester and programme = new.programme and school_code = new.school_code;
  if taken.heads > room.places or taken.fen > coalesce(room.amount_fen, taken.fen) then
    raise exception 'the quota of % at % in % has no room', new.programme, new.school_code, new.semester
      using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger award_quota_room after update on award deferrable initially immediate
  for each row execute function check_quota_room();
revoke update, delete, truncate on quota_rule from ${app_role};
revoke delete, truncate on quota from ${app_role};
