-- What others pay and we only record is no obligation of our books.
alter table award
  drop constraint award_check2,
  add constraint award_commits_what_we_pay
    check (state <> 'APPROVED' or amount_fen is null or commitment_id is not null or form = 'RECORD_ONLY');

-- From autumn 2019 on the set says of two programmes who is meant (DOMAIN 3.1):
--  PRE-01 is for public and inclusive private kindergartens (公办、普惠性民办). Those of other departments, collectives and units count as
--         public, as the statistics of education have it; to be confirmed by the county.
--  YL-01  is for registered poor pupils of secondary vocational schools; the poverty office pays it, so it is only recorded. Its
--         amount stays a row marked as such, and whose money it is in the end is not known.
-- The others only recorded keep no condition: CMP-01 and CMP-02 reach every pupil by law, HS-03, HS-04 and SV-03 are carried out as
-- HS-01, HS-02, SV-01 and SV-02, and the rest is granted by universities, schools and donors.
--
-- Spring 2019 stays as it was decided. A county that has a set of its own from autumn 2019 keeps it; where pupils of these semesters
-- are decided already, an administrator puts the set in force, so that their awards follow.
do $$
declare
  base   text;
  of_set text;
begin
  if exists (select from policy_set where semester_first_day(effective_from) >= date '2019-09-01') then
    return;
  end if;
  select version into base from policy_set
  where state = 'IN_FORCE' and (effective_to is null or semester_first_day(effective_to) >= date '2019-09-01')
  order by semester_first_day(effective_from) desc limit 1;
  if base is null then
    return;
  end if;
  insert into policy_set (version, name_zh, name_en, effective_from, state, four_categories, based_on, drafters, drafted_at)
    select '2019-autumn.1', '2019年秋季学期起资助政策', 'Aid policy from autumn 2019 on', '2019-autumn', 'DRAFT', four_categories, base,
           '{system:seed}', '2019-03-01 00:00+08'
    from policy_set where version = base;
  foreach of_set in array array['document', 'policy_programme', 'rate', 'eligibility_rule', 'combination_rule', 'payer_share'] loop
    execute format($copy$
      insert into %1$I select (jsonb_populate_record(null::%1$I, to_jsonb(r) || '{"policy_version": "2019-autumn.1"}')).*
      from %1$I r where policy_version = %2$L $copy$, of_set, base);
  end loop;

  update eligibility_rule
  set school_kinds = '{PUBLIC,PRIVATE_INCLUSIVE,OTHER_DEPARTMENT}', reason_zh = '公办或普惠性民办幼儿园的家庭经济困难幼儿，减免保教费',
      reason_en = 'An identified child in a public or inclusive private kindergarten: fees are reduced'
  where policy_version = '2019-autumn.1' and programme = 'PRE-01' and school_kinds = '{}';
  insert into eligibility_rule (policy_version, programme, rank, effective_from, stages, levels, scope, categories, rate_key,
      reason_code, reason_zh, reason_en, document)
    select '2019-autumn.1', 'YL-01', 1, '2019-autumn', '{SECONDARY_VOCATIONAL}', '{}', 'LISTED_CATEGORIES', '{REG_POOR}', 'STANDARD',
      'YULU_REGISTERED_POOR', '建档立卡中等职业学校学生，由扶贫部门发放，只备案',
      'A registered poor pupil of a secondary vocational school: the poverty office pays, it is recorded only', 'YL'
    where exists (select from policy_programme where policy_version = '2019-autumn.1' and code = 'YL-01' and form = 'RECORD_ONLY')
      and exists (select from rate where policy_version = '2019-autumn.1' and programme = 'YL-01' and rate_key = 'STANDARD')
      and exists (select from document where policy_version = '2019-autumn.1' and code = 'YL')
      and not exists (select from eligibility_rule where policy_version = '2019-autumn.1' and programme = 'YL-01');

  update policy_set set state = 'APPROVED', approved_by = 'system:release', approved_by_name = '系统',
    approved_at = '2019-03-01 00:00+08', approval_reason = '随系统提供' where version = '2019-autumn.1';
  if not exists (select from eligibility where semester_first_day(semester) >= date '2019-09-01') then
    update policy_set set state = 'IN_FORCE', in_force_since = '2019-03-01 00:00+08' where version = '2019-autumn.1';
  end if;
end $$;
