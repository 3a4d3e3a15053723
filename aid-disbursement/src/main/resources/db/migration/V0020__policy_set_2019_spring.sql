-- The set of spring 2019. What public material does not fix for the county is marked LOCAL and has to be confirmed by it.
insert into document (code, title_zh, title_en, issued_on, provenance) values
  ('JCJ-2018-50', '冀财教〔2018〕50号', 'Hebei Finance (Education) 2018 no. 50', null, 'PLAN'),
  ('ZJZ-2018-41', '涿教字〔2018〕41号', 'Zhuozhou Education 2018 no. 41', null, 'PLAN'),
  ('JC-2016-292', '财教〔2016〕292号 免除普通高中建档立卡等家庭经济困难学生学杂费', 'Finance (Education) 2016 no. 292', null, 'LOCAL'),
  ('JCJ-2016-35', '财科教〔2016〕35号 中等职业教育国家助学金', 'Finance (Science, Education) 2016 no. 35', null, 'PUBLIC'),
  ('HEB-3W1Z', '河北省建档立卡等家庭经济困难学生“三免一助”政策（2016年秋季起）', 'Hebei: three waivers and one grant, from autumn 2016', null, 'PUBLIC'),
  ('HEB-JSS', '义务教育家庭经济困难学生生活补助标准（河北）', 'Living subsidy of compulsory education, Hebei rates', null, 'PUBLIC'),
  ('NAT-FJS-2019', '义务教育非寄宿家庭经济困难学生生活补助（2019年秋季起）', 'Living subsidy of non-boarders, from autumn 2019', null, 'PUBLIC'),
  ('HEB-XQ', '学前教育资助政策（先行减免费用，不发给本人）', 'Preschool aid: reduces fees, never paid to child or parent', null, 'PUBLIC'),
  ('HEB-ZZ', '中等职业教育免学费政策（县镇学校每年1600元）', 'Free tuition of secondary vocational schools, 1,600 yuan a year', null, 'PUBLIC'),
  ('YL', '雨露计划职业教育补助', 'Yulu plan', null, 'PUBLIC'),
  ('ZZ-LOCAL', '涿州市本级标准（待资助中心确认）', 'County''s own standard, to be confirmed by the aid centre', null, 'LOCAL');

insert into programme (code, name_zh, name_en, form, payer, waives, effective_from, document, note) values
  ('PRE-01', '学前教育资助', 'Preschool aid', 'FEE_WAIVER', 'COUNTY', '{}', '2016-autumn', 'HEB-XQ', '先减免保教费，余额可减伙食费；不发给幼儿或家长'),
  ('CMP-01', '义务教育免学杂费', 'Compulsory education: no fees', 'RECORD_ONLY', 'CENTRE', '{MISC_FEE}', '2016-autumn', 'HEB-JSS', '全体学生，只备案'),
  ('CMP-02', '义务教育免费教科书', 'Compulsory education: free textbooks', 'RECORD_ONLY', 'CENTRE', '{TEXTBOOKS}', '2016-autumn', 'HEB-JSS', '全体学生，只备案'),
  ('CMP-03', '义务教育寄宿生生活补助', 'Living subsidy of boarders', 'CASH_CARD', 'COUNTY', '{}', '2016-autumn', 'HEB-JSS', '凡认定的家庭经济困难寄宿生'),
  ('CMP-04', '义务教育非寄宿生生活补助', 'Living subsidy of non-boarders', 'CASH_CARD', 'COUNTY', '{}', '2019-autumn', 'NAT-FJS-2019', '四类学生，寄宿生标准的一半'),
  ('HS-01', '普通高中国家助学金', 'National grant of senior high schools', 'CASH_CARD', 'COUNTY', '{}', '2016-autumn', 'ZZ-LOCAL', '平均每年2000元，1000—3000元内分档'),
  ('HS-02', '普通高中“三免”', 'Three waivers of senior high schools', 'FEE_WAIVER', 'SCHOOL', '{TUITION,BOARDING_FEE,TEXTBOOKS}', '2016-autumn', 'HEB-3W1Z', '按学校实际收费标准，不得先收后返'),
  ('HS-03', '建档立卡普通高中学生国家助学金（一助）', 'Grant for registered poor pupils of senior high schools', 'RECORD_ONLY', 'COUNTY', '{}', '2016-autumn', 'HEB-3W1Z', '由 HS-01 落实，只备案'),
  ('HS-04', '普通高中免学杂费', 'Senior high schools: no misc. fees', 'RECORD_ONLY', 'CENTRE', '{TUITION}', '2016-autumn', 'JC-2016-292', '由 HS-02 落实，只备案'),
  ('SV-01', '中等职业教育免学费', 'Free tuition of secondary vocational schools', 'FEE_WAIVER', 'COUNTY', '{TUITION}', '2016-autumn', 'HEB-ZZ', '县镇学校'),
  ('SV-02', '中等职业教育国家助学金', 'National grant of secondary vocational schools', 'CASH_CARD', 'PROVINCE', '{}', '2016-autumn', 'JCJ-2016-35', '一、二年级；省级按学期发放到卡'),
  ('SV-03', '中等职业教育“三免一助”', 'Three waivers and one grant of secondary vocational schools', 'RECORD_ONLY', 'SCHOOL', '{TUITION,BOARDING_FEE,TEXTBOOKS}', '2016-autumn', 'HEB-3W1Z', '只备案'),
  ('YL-01', '雨露计划', 'Yulu plan', 'RECORD_ONLY', 'POVERTY_OFFICE', '{}', '2016-autumn', 'YL', '扶贫办发放，只备案'),
  ('HE-01', '本专科国家助学金', 'National grant of universities', 'RECORD_ONLY', 'UNIVERSITY', '{}', '2016-autumn', 'ZZ-LOCAL', '高校发放，只备案');

insert into policy_set (version, name_zh, name_en, effective_from, state) values
  ('2019-spring.1', '2019年春季学期资助政策', 'Aid policy of spring 2019', '2019-spring', 'IN_FORCE');

insert into rate (programme, rate_key, amount_fen, effective_from, scope, document) values
  ('PRE-01', 'STANDARD', 50000, '2016-autumn', 'COUNTY', 'ZZ-LOCAL'),
  ('CMP-03', 'PRIMARY', 50000, '2016-autumn', 'NATION', 'HEB-JSS'),
  ('CMP-03', 'JUNIOR', 62500, '2016-autumn', 'NATION', 'HEB-JSS'),
  ('CMP-03', 'SPECIAL', 75000, '2016-autumn', 'PROVINCE', 'HEB-JSS'),
  ('CMP-04', 'PRIMARY', 25000, '2019-autumn', 'NATION', 'NAT-FJS-2019'),
  ('CMP-04', 'JUNIOR', 31250, '2019-autumn', 'NATION', 'NAT-FJS-2019'),
  ('HS-01', 'SEVERE', 150000, '2016-autumn', 'COUNTY', 'ZZ-LOCAL'),
  ('HS-01', 'ORDINARY', 50000, '2016-autumn', 'COUNTY', 'ZZ-LOCAL'),
  ('HS-02', 'SCHOOL_CHARGE', null, '2016-autumn', 'PROVINCE', 'HEB-3W1Z'),
  ('SV-01', 'STANDARD', 80000, '2016-autumn', 'PROVINCE', 'HEB-ZZ'),
  ('SV-02', 'STANDARD', 100000, '2016-autumn', 'NATION', 'JCJ-2016-35'),
  ('YL-01', 'STANDARD', 150000, '2016-autumn', 'PROVINCE', 'YL');

insert into eligibility_rule (policy_version, programme, rank, effective_from, stages, boarding, min_grade, max_grade, levels, scope, categories, rate_key, reason_code, reason_zh, reason_en, document) values
  ('2019-spring.1', 'PRE-01', 1, '2019-spring', '{PRESCHOOL}', null, null, null, null, 'ANY_IDENTIFIED', '{}', 'STANDARD',
   'PRESCHOOL_HARDSHIP', '认定的家庭经济困难幼儿，减免保教费', 'An identified child in preschool: fees are reduced', 'HEB-XQ'),
  ('2019-spring.1', 'CMP-03', 1, '2019-spring', '{PRIMARY}', true, null, null, null, 'ANY_IDENTIFIED', '{}', 'PRIMARY',
   'BOARDER_PRIMARY', '认定的小学寄宿生', 'An identified boarder of a primary school', 'HEB-JSS'),
  ('2019-spring.1', 'CMP-03', 2, '2019-spring', '{JUNIOR}', true, null, null, null, 'ANY_IDENTIFIED', '{}', 'JUNIOR',
   'BOARDER_JUNIOR', '认定的初中寄宿生', 'An identified boarder of a junior school', 'HEB-JSS'),
  ('2019-spring.1', 'CMP-03', 3, '2019-spring', '{SPECIAL}', true, null, null, null, 'ANY_IDENTIFIED', '{}', 'SPECIAL',
   'BOARDER_SPECIAL', '认定的特殊教育学校寄宿生', 'An identified boarder of a special school', 'HEB-JSS'),
  ('2019-spring.1', 'CMP-04', 1, '2019-autumn', '{PRIMARY}', false, null, null, null, 'FOUR_CATEGORIES', '{}', 'PRIMARY',
   'NON_BOARDER_PRIMARY', '四类小学非寄宿生', 'A non-boarder of a primary school in the four categories', 'NAT-FJS-2019'),
  ('2019-spring.1', 'CMP-04', 2, '2019-autumn', '{JUNIOR}', false, null, null, null, 'FOUR_CATEGORIES', '{}', 'JUNIOR',
   'NON_BOARDER_JUNIOR', '四类初中非寄宿生', 'A non-boarder of a junior school in the four categories', 'NAT-FJS-2019'),
  ('2019-spring.1', 'HS-01', 1, '2019-spring', '{SENIOR_HIGH}', null, null, null, '{SEVERE}', 'ANY_IDENTIFIED', '{}', 'SEVERE',
   'GRANT_SEVERE', '普通高中特殊困难学生，一档助学金', 'Special hardship at a senior high school: upper tier', 'ZZ-LOCAL'),
  ('2019-spring.1', 'HS-01', 2, '2019-spring', '{SENIOR_HIGH}', null, null, null, '{DIFFICULT,ORDINARY}', 'ANY_IDENTIFIED', '{}', 'ORDINARY',
   'GRANT_ORDINARY', '普通高中一般困难学生，二档助学金', 'Ordinary hardship at a senior high school: lower tier', 'ZZ-LOCAL'),
  ('2019-spring.1', 'HS-02', 1, '2019-spring', '{SENIOR_HIGH}', null, null, null, null, 'FOUR_CATEGORIES', '{}', 'SCHOOL_CHARGE',
   'WAIVER_FOUR_CATEGORIES', '四类学生，免学费、住宿费和教科书费', 'One of the four categories: tuition, lodging and textbooks are free', 'HEB-3W1Z'),
  ('2019-spring.1', 'HS-02', 2, '2019-spring', '{SENIOR_HIGH}', null, null, null, null, 'LISTED_CATEGORIES', '{DISABLED_CHILD}', 'SCHOOL_CHARGE',
   'WAIVER_DISABLED_FAMILY', '经济困难残疾人家庭学生，免学费、住宿费和教科书费', 'Child of a disabled person: tuition, lodging and textbooks are free', 'HEB-3W1Z'),
  ('2019-spring.1', 'SV-01', 1, '2019-spring', '{SECONDARY_VOCATIONAL}', null, null, null, null, 'ANY_IDENTIFIED', '{}', 'STANDARD',
   'VOCATIONAL_TUITION', '中等职业学校家庭经济困难学生，免学费', 'Identified at a secondary vocational school: tuition is free', 'HEB-ZZ'),
  ('2019-spring.1', 'SV-02', 1, '2019-spring', '{SECONDARY_VOCATIONAL}', null, 1, 2, null, 'ANY_IDENTIFIED', '{}', 'STANDARD',
   'VOCATIONAL_GRANT', '中等职业学校一、二年级家庭经济困难学生，国家助学金', 'Identified in grade 1 or 2 of a secondary vocational school: national grant', 'JCJ-2016-35');

insert into combination_rule (policy_version, code, kind, kept, dropped, verdict, text_zh, text_en, document) values
  ('2019-spring.1', 'BOARDER_OR_NOT', 'PAIR', 'CMP-03', 'CMP-04', 'EXCLUDE', '寄宿生与非寄宿生补助同一学期不得重复享受', 'Boarder and non-boarder subsidies exclude each other in a semester', 'NAT-FJS-2019'),
  ('2019-spring.1', 'SAME_WAIVER', 'SAME_WAIVER', null, null, 'EXCLUDE', '已享受免学费、免住宿费、免费教科书的，不再重复享受同类政策', 'A fee waived by one programme is not waived again by another', 'HEB-3W1Z'),
  ('2019-spring.1', 'WAIVER_AND_GRANT', 'PAIR', 'HS-02', 'HS-01', 'ALLOW', '“三免”与国家助学金可同时享受（三免一助）', 'Waivers and the national grant go together', 'HEB-3W1Z'),
  ('2019-spring.1', 'VOCATIONAL_BOTH', 'PAIR', 'SV-01', 'SV-02', 'ALLOW', '中职免学费与国家助学金可同时享受', 'Free tuition and the grant go together', 'HEB-ZZ'),
  ('2019-spring.1', 'YULU_TOO', 'PAIR', 'SV-02', 'YL-01', 'ALLOW', '雨露计划与中职资助可同时享受', 'The Yulu plan goes with vocational aid', 'YL');
