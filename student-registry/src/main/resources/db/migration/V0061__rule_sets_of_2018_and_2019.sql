-- The set in force before 30 June 2019 and the one of Hebei after it. The texts of 冀财教〔2018〕50号, 涿教字〔2018〕41号 and of the
-- Hebei measures are not at hand: what they may say otherwise is put in as a new version of the set.
insert into rule_set (id, version, effective_from, effective_to, documents, parameters, state, revision, drafted_by,
    drafted_by_name, drafted_at, approved_by, approved_by_name, approved_at, approval_reason)
values ('2019-spring', '1', '2018-10-30', '2019-06-29', $documents$[
  {"title": "教育部等六部门关于做好家庭经济困难学生认定工作的指导意见", "number": "教财〔2018〕16号", "date": "2018-10-30"},
  {"title": "冀财教〔2018〕50号", "number": "冀财教〔2018〕50号", "date": null},
  {"title": "涿教字〔2018〕41号", "number": "涿教字〔2018〕41号", "date": null}
]$documents$, $rules$
{
  "checks": ["PRESENCE", "REVOCATION", "WAIVER", "EVIDENCE", "STICKY", "UNCONTESTED", "FORMER_LEVEL", "OPEN_MATCH", "HARDSHIP", "JUDGEMENT", "GAIN", "LOSS", "LEVEL", "STAGE", "CARRY", "NOTHING"],
  "levels": [
    {"level": "SEVERE", "zh": "特别困难", "en": "severe"},
    {"level": "DIFFICULT", "zh": "困难", "en": "difficult"},
    {"level": "ORDINARY", "zh": "一般困难", "en": "ordinary"}
  ],
  "formerLevels": {},
  "direct": {
    "REG_POOR": "SEVERE",
    "DIBAO_R": "SEVERE",
    "DIBAO_U": "SEVERE",
    "TEKUN_R": "SEVERE",
    "TEKUN_U": "SEVERE",
    "DISABLED_STU": "SEVERE",
    "DISABLED_CHILD": "SEVERE",
    "ORPHAN": "SEVERE",
    "DEFACTO": "SEVERE",
    "MARTYR": "SEVERE"
  },
  "needHardship": ["DISABLED_STU", "DISABLED_CHILD"],
  "registered": ["REG_POOR", "DIBAO_R", "DIBAO_U", "TEKUN_R", "TEKUN_U", "DISABLED_STU"],
  "sticky": ["REG_POOR"],
  "fourCategories": ["REG_POOR", "DIBAO_R", "TEKUN_R", "DISABLED_STU"],
  "present": ["IN_SCHOOL"],
  "evaluatedInSpring": ["SECONDARY_VOCATIONAL"],
  "evaluatedInAutumn": ["SECONDARY_VOCATIONAL"],
  "judgedLevels": ["SEVERE", "DIFFICULT", "ORDINARY"],
  "judgedLevel": "ORDINARY",
  "ordinaryQuota": true,
  "similarityThreshold": 10,
  "sources": {
    "CARRY_OVER": "涿州市2019年春季教育扶贫工作方案 S67、S68",
    "EVALUATED_AGAIN": "涿州市2019年春季教育扶贫工作方案 S67、S68",
    "REVIEW_AND_NOTICE": "涿州市2019年春季教育扶贫工作方案 S70",
    "NEWEST_REGISTER": "涿州市2019年春季教育扶贫工作方案 S69",
    "NOBODY_MISSED": "涿州市2019年春季教育扶贫工作方案 S72",
    "SPECIAL_GROUPS": "教财〔2018〕16号;冀财教〔2018〕50号",
    "KEPT_TO_END_OF_STAGE": "脱贫不脱政策:建档立卡学生享受资助至本学段结束;冀财教〔2018〕50号",
    "IN_SCHOOL": "教财〔2018〕16号;受助学生应在籍在校",
    "FOUR_CATEGORIES": "教财〔2018〕16号:家庭经济困难残疾学生",
    "LEVELS": "教财〔2018〕16号:按规定划分资助档次",
    "FALSE_STATEMENT": "教财〔2018〕16号:弄虚作假的,取消资助资格,追回资助资金",
    "VOLUNTARY": "教财〔2018〕16号:自愿申请;放弃受助须有书面放弃说明",
    "SCHOOL_PROCEDURE": "教财〔2018〕16号:学校认定,认定工作组评议、学校审定"
  }
}$rules$, 'APPROVED', 1,
  'system:rules', '系统', '2019-03-01T00:00:00+08:00', 'system:delivery', '系统', '2019-03-01T00:00:00+08:00', '随系统交付');

insert into rule_set (id, version, effective_from, effective_to, documents, parameters, state, revision, drafted_by,
    drafted_by_name, drafted_at, approved_by, approved_by_name, approved_at, approval_reason)
values ('2019-hebei', '1', '2019-06-30', null, $documents$[
  {"title": "河北省家庭经济困难学生认定办法", "number": null, "date": "2019-06-30"},
  {"title": "教育部等六部门关于做好家庭经济困难学生认定工作的指导意见", "number": "教财〔2018〕16号", "date": "2018-10-30"}
]$documents$, $rules$
{
  "checks": ["PRESENCE", "REVOCATION", "WAIVER", "EVIDENCE", "STICKY", "UNCONTESTED", "FORMER_LEVEL", "OPEN_MATCH", "HARDSHIP", "JUDGEMENT", "GAIN", "LOSS", "LEVEL", "STAGE", "CARRY", "NOTHING"],
  "levels": [
    {"level": "SEVERE", "zh": "家庭经济特殊困难", "en": "special hardship"},
    {"level": "ORDINARY", "zh": "一般家庭经济困难", "en": "ordinary hardship"}
  ],
  "formerLevels": {"DIFFICULT": "ORDINARY"},
  "direct": {
    "REG_POOR": "SEVERE",
    "DIBAO_R": "SEVERE",
    "DIBAO_U": "SEVERE",
    "TEKUN_R": "SEVERE",
    "TEKUN_U": "SEVERE",
    "DISABLED_STU": "SEVERE",
    "DISABLED_CHILD": "SEVERE",
    "ORPHAN": "SEVERE",
    "DEFACTO": "SEVERE",
    "MARTYR": "SEVERE",
    "LOWINC": "ORDINARY",
    "NP_LOWINC": "ORDINARY",
    "UNSTABLE_EXIT": "ORDINARY"
  },
  "needHardship": ["DISABLED_STU", "DISABLED_CHILD"],
  "registered": ["REG_POOR", "DIBAO_R", "DIBAO_U", "TEKUN_R", "TEKUN_U", "DISABLED_STU"],
  "sticky": ["REG_POOR"],
  "fourCategories": ["REG_POOR", "DIBAO_R", "TEKUN_R", "DISABLED_STU"],
  "present": ["IN_SCHOOL"],
  "evaluatedInSpring": ["SECONDARY_VOCATIONAL"],
  "evaluatedInAutumn": ["PRESCHOOL", "PRIMARY", "JUNIOR", "SENIOR_HIGH", "SECONDARY_VOCATIONAL", "SPECIAL"],
  "judgedLevels": ["SEVERE", "ORDINARY"],
  "judgedLevel": "ORDINARY",
  "ordinaryQuota": true,
  "similarityThreshold": 10,
  "sources": {
    "CARRY_OVER": "教财〔2018〕16号:每学年认定一次,每学期按实际情况调整;河北省家庭经济困难学生认定办法",
    "EVALUATED_AGAIN": "教财〔2018〕16号:每学年认定一次;河北省家庭经济困难学生认定办法",
    "REVIEW_AND_NOTICE": "教财〔2018〕16号:学校认定、结果公示;河北省家庭经济困难学生认定办法",
    "NEWEST_REGISTER": "教财〔2018〕16号:动态调整;河北省家庭经济困难学生认定办法",
    "NOBODY_MISSED": "教财〔2018〕16号;应助尽助;河北省家庭经济困难学生认定办法",
    "SPECIAL_GROUPS": "河北省家庭经济困难学生认定办法;教财〔2018〕16号",
    "KEPT_TO_END_OF_STAGE": "脱贫不脱政策:建档立卡学生享受资助至本学段结束;河北省家庭经济困难学生认定办法",
    "IN_SCHOOL": "教财〔2018〕16号;受助学生应在籍在校",
    "FOUR_CATEGORIES": "河北省家庭经济困难学生认定办法:家庭经济困难残疾学生",
    "LEVELS": "河北省家庭经济困难学生认定办法:家庭经济特殊困难、一般家庭经济困难",
    "FALSE_STATEMENT": "教财〔2018〕16号:弄虚作假的,取消资助资格,追回资助资金",
    "VOLUNTARY": "教财〔2018〕16号:自愿申请;放弃受助须有书面放弃说明",
    "SCHOOL_PROCEDURE": "教财〔2018〕16号:学校认定,认定工作组评议、学校审定"
  }
}$rules$, 'APPROVED', 1,
  'system:rules', '系统', '2019-06-30T00:00:00+08:00', 'system:delivery', '系统', '2019-06-30T00:00:00+08:00', '随系统交付');
