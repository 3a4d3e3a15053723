package cn.gov.zhuozhou.aid.registry.application;

import cn.gov.zhuozhou.aid.chassis.problem.Answers;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Why a request about the school's procedure is refused. */
enum ApplicationProblem implements ProblemKind {
    @Answers(
            status = 422,
            zh = "学校尚未在申请开始前告知学生或监护人",
            en = "The school has not told families before applications opened")
    NO_ADVANCE_NOTICE,

    @Answers(status = 422, zh = "不在申请受理期内", en = "Applications are not open")
    APPLICATIONS_NOT_OPEN,

    @Answers(
            status = 422,
            zh = "秋季学期已评定，春季学期不再评定（中职除外）；情况有变化的须说明",
            en = "Evaluated in autumn and not again in spring, unless facts changed and are named")
    EVALUATED_IN_AUTUMN,

    @Answers(
            status = 422,
            zh = "本学期已评定为不困难；情况有变化的须说明",
            en = "Found not in hardship this semester; decided again only if facts changed and are named")
    DECLINED_THIS_SEMESTER,

    @Answers(status = 422, zh = "学生不在籍在校", en = "The pupil is not in school")
    PUPIL_NOT_IN_SCHOOL,

    @Answers(status = 422, zh = "本学期已核实提供虚假信息", en = "A false statement was confirmed for this semester")
    FALSE_STATEMENT_CONFIRMED,

    @Answers(status = 409, zh = "已有有效的放弃说明，须先撤回", en = "A written waiver stands; it has to be taken back first")
    WAIVER_STANDS,

    @Answers(status = 409, zh = "该生本学期已有申请", en = "The pupil has an application this semester")
    APPLICATION_EXISTS,

    @Answers(status = 409, zh = "该申请所属学期已结束", en = "The semester of the application is over")
    SEMESTER_OVER,

    @Answers(status = 422, zh = "申请表不完整或不符合要求", en = "The form is incomplete or does not fit")
    FORM_INCOMPLETE,

    @Answers(status = 422, zh = "签名不符合要求", en = "The signature does not fit")
    SIGNATURE_NOT_VALID,

    @Answers(status = 422, zh = "不属于可直接认定的特殊群体", en = "Not a special group that is identified directly")
    NOT_A_SPECIAL_GROUP,

    @Answers(
            status = 422,
            zh = "该类别以最新部门名单为准，名单中没有该生",
            en = "Registers tell of this group, and they do not list the pupil")
    NOT_ON_REGISTER,

    @Answers(status = 422, zh = "本学期的认定办法没有这一档次", en = "The rules of this semester do not give this level")
    LEVEL_NOT_GIVEN,

    @Answers(status = 422, zh = "一般困难认定名额已满", en = "No place is left within the quota for ordinary hardship")
    QUOTA_EXHAUSTED,

    @Answers(status = 422, zh = "认定工作组缺少规定的成员", en = "The review group lacks members it must have")
    GROUP_INCOMPLETE,

    @Answers(status = 422, zh = "会议记录不符合要求", en = "The minutes do not fit")
    MINUTES_NOT_VALID,

    @Answers(status = 409, zh = "该校本学期已有告知批次", en = "The school has a batch of notices this semester")
    ADVANCE_NOTICE_EXISTS,

    @Answers(status = 422, zh = "送达日期不能晚于今天", en = "A delivery cannot lie in the future")
    DELIVERED_IN_FUTURE,

    @Answers(status = 422, zh = "截止日期不能早于开始日期", en = "The last day lies before the first")
    PERIOD_NOT_VALID,

    @Answers(status = 422, zh = "新版本须自今天以后的日期起施行", en = "A new version takes effect on a later day than today")
    TEMPLATE_NOT_AHEAD,

    @Answers(status = 409, zh = "该日已有新版本施行", en = "Another version takes effect on that day")
    TEMPLATE_DAY_TAKEN,

    @Answers(status = 400, zh = "学期代码应形如 2019-spring", en = "A semester is written like 2019-spring")
    NOT_A_SEMESTER
}
