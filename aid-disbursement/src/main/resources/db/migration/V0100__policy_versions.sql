-- A policy set becomes one whole: programmes, rates, rules, shares and documents are rows of its version, written while it is a
-- draft and never after. What is stored so far is the content of 2019-spring.1.
alter table policy_set
  add column four_categories  text[] not null default '{REG_POOR,DIBAO_R,TEKUN_R,DISABLED_STU}',
  add column based_on         text references policy_set,
  add column drafters         text[] not null default '{system:seed}' check (cardinality(drafters) > 0),
  add column drafted_at       timestamptz not null default '2019-03-01 00:00+08',
  add column approved_by      text,
  add column approved_by_name text,
  add column approved_at      timestamptz,
  add column approval_reason  text,
  add column in_force_since   timestamptz;
update policy_set set approved_by = 'system:release', approved_by_name = '系统', approved_at = '2019-03-01 00:00+08',
  approval_reason = '随系统提供', in_force_since = '2019-03-01 00:00+08';
alter table policy_set
  alter column four_categories drop default,
  alter column drafters drop default,
  alter column drafted_at drop default,
  add constraint policy_set_approved_by_another check (approved_by <> all (drafters)),
  add constraint policy_set_decided_when_approved
    check (state not in ('APPROVED', 'IN_FORCE') or (approved_by is not null and approved_at is not null)),
  add constraint policy_set_since_when check (state <> 'IN_FORCE' or in_force_since is not null);
comment on column policy_set.four_categories is 'the categories meant by 四类 where the registry does not say itself (what-if lists)';
comment on column policy_set.drafters is 'everybody who wrote in the draft; none of them approves it';

-- Documents belong to the set that rests on them.
alter table programme drop constraint programme_document_fkey;
alter table rate drop constraint rate_document_fkey, drop constraint rate_programme_fkey;
alter table eligibility_rule drop constraint eligibility_rule_document_fkey, drop constraint eligibility_rule_programme_fkey;
alter table combination_rule
  drop constraint combination_rule_document_fkey,
  drop constraint combination_rule_kept_fkey,
  drop constraint combination_rule_dropped_fkey;
alter table document add column policy_version text references policy_set;
update document set policy_version = '2019-spring.1';
alter table document drop constraint document_pkey, add primary key (policy_version, code);

-- What a set says of a programme; `programme` itself stays as the list of codes awards, books and batches refer to.
create table policy_programme (
  policy_version text not null references policy_set,
  code           text not null check (code ~ '^[A-Z0-9]{2,8}-[A-Z0-9]{1,8}$'),
  name_zh        text not null,
  name_en        text not null,
  form           text not null check (form in ('CASH_CARD', 'FEE_WAIVER', 'IN_KIND', 'RECORD_ONLY', 'LOAN')),
  payer          text not null
    check (payer in ('COUNTY', 'PROVINCE', 'CENTRE', 'SCHOOL', 'POVERTY_OFFICE', 'UNIVERSITY', 'DONOR', 'BANK')),
  waives         text[] not null default '{}',
  effective_from text not null check (effective_from ~ '^20\d\d-(spring|autumn)$'),
  effective_to   text check (effective_to ~ '^20\d\d-(spring|autumn)$'),
  document       text not null,
  note           text,
  primary key (policy_version, code)
);
comment on column policy_programme.waives is 'fee items this programme waives: TUITION, BOARDING_FEE, TEXTBOOKS, MISC_FEE';
insert into policy_programme
  select '2019-spring.1', code, name_zh, name_en, form, payer, waives, effective_from, effective_to, document, note
  from programme;
alter table programme
  drop column waives, drop column effective_from, drop column effective_to, drop column document, drop column note,
  drop constraint programme_form_check, drop constraint programme_payer_check;
comment on table programme is 'every programme a set in force ever had, called as the last of them calls it';

drop trigger rate_append_only on rate;
alter table rate
  add column policy_version text references policy_set,
  add column period         text not null default 'SEMESTER' check (period in ('SEMESTER', 'YEAR', 'ONCE')),
  add column effective_to   text check (effective_to ~ '^20\d\d-(spring|autumn)$');
update rate set policy_version = '2019-spring.1';
alter table rate
  drop constraint rate_programme_rate_key_effective_from_key,
  drop column id,
  drop column added_by,
  alter column scope drop default,
  alter column period drop default,
  add primary key (policy_version, programme, rate_key, effective_from);
comment on column rate.amount_fen is 'per period; null = a waiver at the school''s own charge';
comment on column rate.effective_to is 'null = until a later rate begins';

alter table eligibility_rule
  add column school_towns    text[] not null default '{}',
  add column school_areas    text[] not null default '{}',
  add column school_kinds    text[] not null default '{}',
  add column school_natures  text[] not null default '{}',
  add column household_areas text[] not null default '{}',
  add column majors          text[] not null default '{}';
update eligibility_rule set levels = '{}' where levels is null;
alter table eligibility_rule
  alter column levels set not null,
  drop constraint eligibility_rule_policy_version_programme_rank_key,
  drop column id,
  add primary key (policy_version, programme, rank);

alter table combination_rule
  add column categories text[] not null default '{}',
  drop constraint combination_rule_kind_check,
  drop constraint combination_rule_check,
  add constraint combination_rule_kind_check check (kind in ('PAIR', 'SAME_WAIVER', 'PRESENCE', 'CATEGORY'));
comment on column combination_rule.dropped is 'the programme that falls away; null under PRESENCE and CATEGORY = every one';
-- Until now the program itself granted nothing to pupils who are not in school; from now on a row says it.
insert into combination_rule (policy_version, code, kind, verdict, text_zh, text_en, document) values
  ('2019-spring.1', 'IN_SCHOOL', 'PRESENCE', 'EXCLUDE', '须在籍在校，休学、离校期间不享受', 'Only for pupils registered and present at school', 'ZZ-LOCAL');

-- Who bears a programme, in hundredths of a per cent, from a semester on until later rows of the programme begin.
create table payer_share (
  policy_version text not null references policy_set,
  programme      text not null,
  effective_from text not null check (effective_from ~ '^20\d\d-(spring|autumn)$'),
  fund_source    text not null check (fund_source in ('CENTRE', 'PROVINCE', 'CITY', 'COUNTY', 'SCHOOL', 'DONOR')),
  basis_points   integer not null check (basis_points between 1 and 10000),
  document       text not null,
  primary key (policy_version, programme, effective_from, fund_source)
);

-- Rows of a set change only while it is a draft. The lock keeps an approval and an edit apart.
create function refuse_change_of_fixed_policy() returns trigger language plpgsql as $$
declare
  touched text[] := case tg_op when 'INSERT' then array[new.policy_version]
                               when 'DELETE' then array[old.policy_version]
                               else array[old.policy_version, new.policy_version] end;
begin
  perform 1 from policy_set where version = any (touched) and state <> 'DRAFT' for share;
  if found then
    raise exception 'rows of a policy set change only while it is a draft (%)', tg_table_name
      using errcode = 'restrict_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create function guard_policy_rows(rows_of text) returns void language plpgsql as $$
begin
  execute format('create trigger policy_fixed before insert or update or delete on %I
                  for each row execute function refuse_change_of_fixed_policy()', rows_of);
  execute format('create trigger policy_not_emptied before truncate on %I
                  for each statement execute function refuse_change()', rows_of);
end $$;
select guard_policy_rows(t)
from unnest(array['document', 'policy_programme', 'rate', 'eligibility_rule', 'combination_rule', 'payer_share']) t;
drop function guard_policy_rows;

create function check_policy_set_change() returns trigger language plpgsql as $$
begin
  if old.state <> new.state and (old.state, new.state) not in (('DRAFT', 'APPROVED'), ('DRAFT', 'RETIRED'),
      ('APPROVED', 'IN_FORCE'), ('APPROVED', 'RETIRED'), ('IN_FORCE', 'RETIRED')) then
    raise exception 'a policy set that is % does not become %', old.state, new.state using errcode = 'restrict_violation';
  end if;
  if new.version <> old.version or new.effective_from <> old.effective_from or (old.state <> 'DRAFT'
      and (new.name_zh, new.name_en, new.effective_to, new.four_categories, new.based_on, new.drafters, new.approved_by)
          is distinct from
          (old.name_zh, old.name_en, old.effective_to, old.four_categories, old.based_on, old.drafters, old.approved_by)) then
    raise exception 'a policy set changes only while it is a draft' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger policy_set_edges before update on policy_set for each row execute function check_policy_set_change();
create trigger policy_set_kept before delete or truncate on policy_set
  for each statement execute function refuse_change();

grant insert, update on programme to ${app_role};
grant insert, update on policy_set to ${app_role};
grant insert, update, delete on document, policy_programme, rate, eligibility_rule, combination_rule, payer_share to ${app_role};
