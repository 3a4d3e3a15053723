-- The whole set: every programme, later rates, shares. It replaces 2019-spring.1, whose rows (rates added since then included)
-- it starts from. Rows of ZZ-LOCAL and of documents marked LOCAL are to be confirmed by the county.
--
-- Read by others: the caps of student-origin loans are the rates of LN-01, keys UNDERGRADUATE and POSTGRADUATE, per YEAR, a year
-- beginning with its autumn; freshman aid is HE-04, keys IN_PROVINCE and OUT_OF_PROVINCE, ONCE.
--
-- Not a row: one programme once per pupil and semester (the index award_once holds, whatever a set says), and benefit kept to the
-- end of the stage after a household leaves poverty (the registry's ruling stands until then).
insert into policy_set (version, name_zh, name_en, effective_from, state, four_categories, based_on, drafters, drafted_at) values
  ('2019-spring.2', '2019年春季学期起资助政策（含后续标准）', 'Aid policy from spring 2019 on, later rates included', '2019-spring', 'DRAFT',
   '{REG_POOR,DIBAO_R,TEKUN_R,DISABLED_STU}', '2019-spring.1', '{system:seed}', '2019-03-01 00:00+08');

insert into document (policy_version, code, title_zh, title_en, issued_on, provenance)
  select '2019-spring.2', code, title_zh, title_en, issued_on, provenance from document where policy_version = '2019-spring.1';
insert into document (policy_version, code, title_zh, title_en, issued_on, provenance) values
  ('2019-spring.2', 'GBF-2018-6', '国办发〔2018〕6号 基本公共服务领域中央与地方共同财政事权和支出责任划分改革方案', 'State Council Office 2018 no. 6: shares of centre and localities', '2018-02-08', 'PUBLIC'),
  ('2019-spring.2', 'NAT-CMP-SHARE', '义务教育生活补助中央与地方分担（各50%）', 'Living subsidy of compulsory education: half is borne by the centre', null, 'LOCAL'),
  ('2019-spring.2', 'NAT-CMP-2024', '义务教育家庭经济困难学生生活补助标准（2024年春季起）', 'Living subsidy of compulsory education, rates from spring 2024', null, 'PUBLIC'),
  ('2019-spring.2', 'NAT-ZXJ-2025', '高中阶段国家助学金标准（2025年春季起平均每年2300元）', 'National grants of senior stages from spring 2025, 2,300 yuan a year on average', null, 'LOCAL'),
  ('2019-spring.2', 'NAT-HE', '本专科生国家奖助学金标准', 'National grants and scholarships of universities', null, 'LOCAL'),
  ('2019-spring.2', 'NAT-LOAN', '国家助学贷款额度', 'National student loans: caps', null, 'LOCAL'),
  ('2019-spring.2', 'NAT-LOAN-FIRST', '国家助学贷款额度（本专科8000元、研究生12000元）', 'National student loans: 8,000 and 12,000 yuan', null, 'PUBLIC'),
  ('2019-spring.2', 'NAT-LOAN-2024', '国家助学贷款额度（2024年秋季起）', 'National student loans: caps from autumn 2024', null, 'PUBLIC'),
  ('2019-spring.2', 'CEDF-FRESHMAN', '普通高校家庭经济困难新生入学资助项目（中央彩票公益金）', 'Freshman aid of the central lottery fund', null, 'PUBLIC'),
  ('2019-spring.2', 'SV-SCHOLARSHIP', '中等职业教育国家奖学金', 'National scholarship of secondary vocational schools', null, 'LOCAL'),
  ('2019-spring.2', 'SANHE-2018', '三河市2018年异地就读建档立卡学生资助标准（样例，待本市确认）', 'Sanhe''s benchmarks of 2018 for study out of area, a template to be confirmed', null, 'LOCAL'),
  ('2019-spring.2', 'UF-FANHAI', '泛海助学行动', 'Fanhai aid', null, 'LOCAL'),
  ('2019-spring.2', 'ZZ-PLAN', '涿州市教育局2019年春季学期教育扶贫资助工作方案', 'Zhuozhou''s plan of spring 2019', '2019-03-03', 'PLAN');

insert into policy_programme (policy_version, code, name_zh, name_en, form, payer, waives, effective_from, effective_to, document, note)
  select '2019-spring.2', code, name_zh, name_en, form, payer, waives, effective_from, effective_to, document, note
  from policy_programme where policy_version = '2019-spring.1';
insert into policy_programme (policy_version, code, name_zh, name_en, form, payer, waives, effective_from, effective_to, document, note) values
  ('2019-spring.2', 'CMP-05', '县定义务教育非寄宿生补助', 'County aid of non-boarders before autumn 2019', 'CASH_CARD', 'COUNTY', '{}', '2016-autumn', '2019-spring', 'ZZ-LOCAL', '是否实施及标准待资助中心确认'),
  ('2019-spring.2', 'SV-04', '中等职业教育国家奖学金', 'National scholarship of secondary vocational schools', 'CASH_CARD', 'CENTRE', '{}', '2019-autumn', null, 'SV-SCHOLARSHIP', '二年级及以上，评审后按名单发放'),
  ('2019-spring.2', 'HE-02', '国家励志奖学金', 'National encouragement scholarship', 'RECORD_ONLY', 'UNIVERSITY', '{}', '2016-autumn', null, 'NAT-HE', '高校发放，只备案'),
  ('2019-spring.2', 'HE-02N', '国家奖学金', 'National scholarship', 'RECORD_ONLY', 'UNIVERSITY', '{}', '2016-autumn', null, 'NAT-HE', '高校发放，只备案'),
  ('2019-spring.2', 'HE-03', '建档立卡大学生“三免一助”', 'Three waivers and one grant of universities', 'RECORD_ONLY', 'UNIVERSITY', '{TUITION,BOARDING_FEE,TEXTBOOKS}', '2016-autumn', null, 'HEB-3W1Z', '省内公办普通高校，备案核验'),
  ('2019-spring.2', 'HE-04', '普通高校家庭经济困难新生入学资助', 'Freshman aid', 'CASH_CARD', 'CENTRE', '{}', '2012-autumn', null, 'CEDF-FRESHMAN', '一次性；向毕业高中申请；县按名额下达'),
  ('2019-spring.2', 'HE-05', '特困新生入学资助（后续）', 'Later freshman aid of the province', 'RECORD_ONLY', 'PROVINCE', '{}', '2021-autumn', null, 'ZZ-LOCAL', '标准待确认'),
  ('2019-spring.2', 'HE-06', '泛海助学', 'Fanhai aid', 'RECORD_ONLY', 'DONOR', '{}', '2016-autumn', null, 'UF-FANHAI', '只备案；标准待确认'),
  ('2019-spring.2', 'LN-01', '生源地信用助学贷款', 'Student-origin loan', 'LOAN', 'BANK', '{}', '2016-autumn', null, 'NAT-LOAN-FIRST', '额度为上限；经县资助中心受理'),
  ('2019-spring.2', 'LN-02', '校园地国家助学贷款', 'Campus loan', 'LOAN', 'BANK', '{}', '2016-autumn', null, 'NAT-LOAN', '高校受理，只备案'),
  ('2019-spring.2', 'OUT-01', '异地就读建档立卡学生资助', 'Registered poor pupils who study out of area', 'CASH_CARD', 'COUNTY', '{}', '2016-autumn', null, 'SANHE-2018', '户籍县承担；标准待本市确认'),
  ('2019-spring.2', 'SCH-01', '校内资助', 'Aid from school income', 'RECORD_ONLY', 'SCHOOL', '{}', '2016-autumn', null, 'ZZ-LOCAL', '学校从事业收入中列支，只备案'),
  ('2019-spring.2', 'SOC-01', '社会资助', 'Aid of donors', 'RECORD_ONLY', 'DONOR', '{}', '2016-autumn', null, 'ZZ-PLAN', '按捐赠人意愿');

insert into rate (policy_version, programme, rate_key, amount_fen, period, effective_from, effective_to, scope, document)
  select '2019-spring.2', programme, rate_key, amount_fen, period, effective_from, effective_to, scope, document
  from rate where policy_version = '2019-spring.1';
-- A rate the county has added itself in the meantime stays. HS-01 keeps two tiers: their mean rises from 2000 to 2300 a year.
insert into rate (policy_version, programme, rate_key, amount_fen, period, effective_from, scope, document) values
  ('2019-spring.2', 'CMP-03', 'PRIMARY', 62500, 'SEMESTER', '2024-spring', 'NATION', 'NAT-CMP-2024'),
  ('2019-spring.2', 'CMP-03', 'JUNIOR', 75000, 'SEMESTER', '2024-spring', 'NATION', 'NAT-CMP-2024'),
  ('2019-spring.2', 'CMP-04', 'PRIMARY', 31250, 'SEMESTER', '2024-spring', 'NATION', 'NAT-CMP-2024'),
  ('2019-spring.2', 'CMP-04', 'JUNIOR', 37500, 'SEMESTER', '2024-spring', 'NATION', 'NAT-CMP-2024'),
  ('2019-spring.2', 'HS-01', 'SEVERE', 165000, 'SEMESTER', '2025-spring', 'COUNTY', 'ZZ-LOCAL'),
  ('2019-spring.2', 'HS-01', 'ORDINARY', 65000, 'SEMESTER', '2025-spring', 'COUNTY', 'ZZ-LOCAL'),
  ('2019-spring.2', 'SV-01', 'CITY', 115000, 'SEMESTER', '2016-autumn', 'PROVINCE', 'HEB-ZZ'),
  ('2019-spring.2', 'SV-02', 'STANDARD', 115000, 'SEMESTER', '2025-spring', 'NATION', 'NAT-ZXJ-2025'),
  ('2019-spring.2', 'SV-04', 'STANDARD', 600000, 'YEAR', '2019-autumn', 'NATION', 'SV-SCHOLARSHIP'),
  ('2019-spring.2', 'HE-01', 'AVERAGE', 300000, 'YEAR', '2016-autumn', 'NATION', 'NAT-HE'),
  ('2019-spring.2', 'HE-01', 'AVERAGE', 330000, 'YEAR', '2019-autumn', 'NATION', 'NAT-HE'),
  ('2019-spring.2', 'HE-01', 'AVERAGE', 370000, 'YEAR', '2024-autumn', 'NATION', 'NAT-HE'),
  ('2019-spring.2', 'HE-02', 'STANDARD', 500000, 'YEAR', '2016-autumn', 'NATION', 'NAT-HE'),
  ('2019-spring.2', 'HE-02', 'STANDARD', 600000, 'YEAR', '2024-autumn', 'NATION', 'NAT-HE'),
  ('2019-spring.2', 'HE-02N', 'STANDARD', 800000, 'YEAR', '2016-autumn', 'NATION', 'NAT-HE'),
  ('2019-spring.2', 'HE-02N', 'STANDARD', 1000000, 'YEAR', '2024-autumn', 'NATION', 'NAT-HE'),
  ('2019-spring.2', 'HE-03', 'MINIMUM', 300000, 'YEAR', '2016-autumn', 'PROVINCE', 'HEB-3W1Z'),
  ('2019-spring.2', 'HE-04', 'IN_PROVINCE', 50000, 'ONCE', '2012-autumn', 'NATION', 'CEDF-FRESHMAN'),
  ('2019-spring.2', 'HE-04', 'OUT_OF_PROVINCE', 100000, 'ONCE', '2012-autumn', 'NATION', 'CEDF-FRESHMAN'),
  ('2019-spring.2', 'HE-05', 'JUNIOR_COLLEGE', 250000, 'ONCE', '2021-autumn', 'PROVINCE', 'ZZ-LOCAL'),
  ('2019-spring.2', 'HE-05', 'BACHELOR', 300000, 'ONCE', '2021-autumn', 'PROVINCE', 'ZZ-LOCAL'),
  ('2019-spring.2', 'HE-06', 'STANDARD', 500000, 'ONCE', '2016-autumn', 'PROVINCE', 'UF-FANHAI'),
  ('2019-spring.2', 'LN-01', 'UNDERGRADUATE', 800000, 'YEAR', '2016-autumn', 'NATION', 'NAT-LOAN-FIRST'),
  ('2019-spring.2', 'LN-01', 'POSTGRADUATE', 1200000, 'YEAR', '2016-autumn', 'NATION', 'NAT-LOAN-FIRST'),
  ('2019-spring.2', 'LN-01', 'UNDERGRADUATE', 1200000, 'YEAR', '2021-autumn', 'NATION', 'NAT-LOAN'),
  ('2019-spring.2', 'LN-01', 'POSTGRADUATE', 1600000, 'YEAR', '2021-autumn', 'NATION', 'NAT-LOAN'),
  ('2019-spring.2', 'LN-01', 'UNDERGRADUATE', 1600000, 'YEAR', '2023-autumn', 'NATION', 'NAT-LOAN'),
  ('2019-spring.2', 'LN-01', 'POSTGRADUATE', 2000000, 'YEAR', '2023-autumn', 'NATION', 'NAT-LOAN'),
  ('2019-spring.2', 'LN-01', 'UNDERGRADUATE', 2000000, 'YEAR', '2024-autumn', 'NATION', 'NAT-LOAN-2024'),
  ('2019-spring.2', 'LN-01', 'POSTGRADUATE', 2500000, 'YEAR', '2024-autumn', 'NATION', 'NAT-LOAN-2024'),
  ('2019-spring.2', 'OUT-01', 'PRIVATE_SENIOR_HIGH', 480000, 'YEAR', '2018-autumn', 'COUNTY', 'SANHE-2018'),
  ('2019-spring.2', 'OUT-01', 'PRIVATE_VOCATIONAL', 440000, 'YEAR', '2018-autumn', 'COUNTY', 'SANHE-2018'),
  ('2019-spring.2', 'OUT-01', 'PRIVATE_JUNIOR_COLLEGE', 930000, 'YEAR', '2018-autumn', 'COUNTY', 'SANHE-2018'),
  ('2019-spring.2', 'OUT-01', 'PRIVATE_BACHELOR', 830000, 'YEAR', '2018-autumn', 'COUNTY', 'SANHE-2018')
on conflict do nothing;

insert into eligibility_rule (policy_version, programme, rank, effective_from, effective_to, stages, boarding, min_grade, max_grade,
    levels, scope, categories, rate_key, reason_code, reason_zh, reason_en, document)
  select '2019-spring.2', programme, rank, effective_from, effective_to, stages, boarding, min_grade, max_grade, levels, scope,
    categories, rate_key, reason_code, reason_zh, reason_en, document
  from eligibility_rule where policy_version = '2019-spring.1';

insert into combination_rule (policy_version, code, kind, kept, dropped, verdict, enabled, text_zh, text_en, document, categories)
  select '2019-spring.2', code, kind, kept, dropped, verdict, enabled, text_zh, text_en, document, categories
  from combination_rule where policy_version = '2019-spring.1';
insert into combination_rule (policy_version, code, kind, kept, dropped, verdict, enabled, text_zh, text_en, document, categories) values
  ('2019-spring.2', 'YULU_AND_TUITION', 'PAIR', 'SV-01', 'YL-01', 'ALLOW', true, '雨露计划与中职免学费可同时享受', 'The Yulu plan goes with free tuition', 'YL', '{}'),
  ('2019-spring.2', 'SCHOLARSHIPS', 'PAIR', 'HE-02N', 'HE-02', 'EXCLUDE', true, '同一学年国家奖学金与国家励志奖学金不得兼得', 'The two national scholarships exclude each other in a year', 'NAT-HE', '{}'),
  ('2019-spring.2', 'SCHOLARSHIP_AND_GRANT', 'PAIR', 'HE-02N', 'HE-01', 'ALLOW', true, '国家奖学金与国家助学金可同时享受', 'The national scholarship goes with the grant', 'NAT-HE', '{}'),
  ('2019-spring.2', 'ENCOURAGEMENT_AND_GRANT', 'PAIR', 'HE-02', 'HE-01', 'ALLOW', true, '国家励志奖学金与国家助学金可同时享受', 'The encouragement scholarship goes with the grant', 'NAT-HE', '{}'),
  ('2019-spring.2', 'ONE_LOAN', 'PAIR', 'LN-01', 'LN-02', 'EXCLUDE', true, '同一学年生源地贷款与校园地贷款不得兼得', 'One national loan a year, at home or at the university', 'NAT-LOAN', '{}'),
  ('2019-spring.2', 'FRESHMAN_AND_FANHAI', 'PAIR', 'HE-04', 'HE-06', 'ALLOW', true, '新生入学资助与泛海助学可同时享受', 'Freshman aid goes with Fanhai aid', 'CEDF-FRESHMAN', '{}'),
  ('2019-spring.2', 'FRESHMAN_AND_LOAN', 'PAIR', 'HE-04', 'LN-01', 'ALLOW', true, '新生入学资助与助学贷款可同时享受', 'Freshman aid goes with a loan', 'CEDF-FRESHMAN', '{}'),
  ('2019-spring.2', 'FULL_STATE_CARE', 'CATEGORY', null, 'CMP-03', 'EXCLUDE', false, '特困供养学生在校食宿已全额保障的，不再发放寄宿生补助（由县决定是否启用）', 'Pupils in full state care get no boarder subsidy (for the county to switch on)', 'ZZ-LOCAL', '{TEKUN_R,TEKUN_U}');

-- Known: the centre bears 60 % (Hebei is in the second band) and half of the living subsidy. How the rest is split between province,
-- city and county is not known: it stands with the county, or with whoever pays, until the county confirms it (ZZ-LOCAL).
insert into payer_share (policy_version, programme, effective_from, fund_source, basis_points, document) values
  ('2019-spring.2', 'PRE-01', '2018-autumn', 'COUNTY', 10000, 'ZZ-LOCAL'),
  ('2019-spring.2', 'CMP-02', '2018-autumn', 'CENTRE', 10000, 'ZZ-LOCAL'),
  ('2019-spring.2', 'CMP-03', '2018-autumn', 'CENTRE', 5000, 'NAT-CMP-SHARE'),
  ('2019-spring.2', 'CMP-03', '2018-autumn', 'COUNTY', 5000, 'ZZ-LOCAL'),
  ('2019-spring.2', 'CMP-04', '2019-autumn', 'CENTRE', 5000, 'NAT-CMP-SHARE'),
  ('2019-spring.2', 'CMP-04', '2019-autumn', 'COUNTY', 5000, 'ZZ-LOCAL'),
  ('2019-spring.2', 'CMP-05', '2018-autumn', 'COUNTY', 10000, 'ZZ-LOCAL'),
  ('2019-spring.2', 'HS-01', '2018-autumn', 'CENTRE', 6000, 'GBF-2018-6'),
  ('2019-spring.2', 'HS-01', '2018-autumn', 'COUNTY', 4000, 'ZZ-LOCAL'),
  ('2019-spring.2', 'HS-02', '2018-autumn', 'SCHOOL', 10000, 'ZZ-LOCAL'),
  ('2019-spring.2', 'HS-04', '2018-autumn', 'CENTRE', 6000, 'GBF-2018-6'),
  ('2019-spring.2', 'HS-04', '2018-autumn', 'COUNTY', 4000, 'ZZ-LOCAL'),
  ('2019-spring.2', 'SV-01', '2018-autumn', 'CENTRE', 6000, 'GBF-2018-6'),
  ('2019-spring.2', 'SV-01', '2018-autumn', 'COUNTY', 4000, 'ZZ-LOCAL'),
  ('2019-spring.2', 'SV-02', '2018-autumn', 'CENTRE', 6000, 'GBF-2018-6'),
  ('2019-spring.2', 'SV-02', '2018-autumn', 'PROVINCE', 4000, 'ZZ-LOCAL'),
  ('2019-spring.2', 'SV-04', '2019-autumn', 'CENTRE', 10000, 'SV-SCHOLARSHIP'),
  ('2019-spring.2', 'HE-04', '2012-autumn', 'CENTRE', 10000, 'CEDF-FRESHMAN'),
  ('2019-spring.2', 'OUT-01', '2018-autumn', 'COUNTY', 10000, 'SANHE-2018'),
  ('2019-spring.2', 'SCH-01', '2018-autumn', 'SCHOOL', 10000, 'ZZ-LOCAL'),
  ('2019-spring.2', 'SOC-01', '2018-autumn', 'DONOR', 10000, 'ZZ-PLAN');

update policy_set set state = 'RETIRED', revision = revision + 1 where version = '2019-spring.1';
update policy_set set state = 'APPROVED', approved_by = 'system:release', approved_by_name = '系统',
  approved_at = '2019-03-01 00:00+08', approval_reason = '随系统提供' where version = '2019-spring.2';
update policy_set set state = 'IN_FORCE', in_force_since = '2019-03-01 00:00+08' where version = '2019-spring.2';

insert into programme (code, name_zh, name_en, form, payer)
  select code, name_zh, name_en, form, payer from policy_programme where policy_version = '2019-spring.2'
on conflict (code) do nothing;
