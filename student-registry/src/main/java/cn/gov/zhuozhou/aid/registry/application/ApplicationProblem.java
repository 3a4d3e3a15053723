package cn.gov.zhuozhou.aid.registry.application;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Why a request about the school's procedure is refused. */
enum ApplicationProblem implements ProblemKind {
    NO_ADVANCE_NOTICE(422, "学校尚未在申请开始前告知学生或监护人", "The school has not told families before applications opened"),
    APPLICATIONS_NOT_OPEN(422, "不在申请受理期内", "Applications are not open"),
    EVALUATED_IN_AUTUMN(
            422,
            "秋季学期已评定，春季学期不再评定（中职除外）；情况有变化的须说明",
            "Evaluated in autumn and not again in spring, unless facts changed and are named"),
    DECLINED_THIS_SEMESTER(
            422,
            "本学期已评定为不困难；情况有变化的须说明",
            "Found not in hardship this semester; decided again only if facts changed and are named"),
    PUPIL_NOT_IN_SCHOOL(422, "学生不在籍在校", "The pupil is not in school"),
    FALSE_STATEMENT_CONFIRMED(422, "本学期已核实提供虚假信息", "A false statement was confirmed for this semester"),
    WAIVER_STANDS(409, "已有有效的放弃说明，须先撤回", "A written waiver stands; it has to be taken back first"),
    APPLICATION_EXISTS(409, "该生本学期已有申请", "The pupil has an application this semester"),
    SEMESTER_OVER(409, "该申请所属学期已结束", "The semester of the application is over"),
    FORM_INCOMPLETE(422, "申请表不完整或不符合要求", "The form is incomplete or does not fit"),
    SIGNATURE_NOT_VALID(422, "签名不符合要求", "The signature does not fit"),
    NOT_A_SPECIAL_GROUP(422, "不属于可直接认定的特殊群体", "Not a special group that is identified directly"),
    NOT_ON_REGISTER(422, "该类别以最新部门名单为准，名单中没有该生", "Registers tell of this group, and they do not list the pupil"),
    LEVEL_NOT_GIVEN(422, "本学期的认定办法没有这一档次", "The rules of this semester do not give this level"),
    QUOTA_EXHAUSTED(422, "一般困难认定名额已满", "No place is left within the quota for ordinary hardship"),
    GROUP_INCOMPLETE(422, "认定工作组缺少规定的成员", "The review group lacks members it must have"),
    MINUTES_NOT_VALID(422, "会议记录不符合要求", "The minutes do not fit"),
    ADVANCE_NOTICE_EXISTS(409, "该校本学期已有告知批次", "The school has a batch of notices this semester"),
    DELIVERED_IN_FUTURE(422, "送达日期不能晚于今天", "A delivery cannot lie in the future"),
    PERIOD_NOT_VALID(422, "截止日期不能早于开始日期", "The last day lies before the first"),
    TEMPLATE_NOT_AHEAD(422, "新版本须自今天以后的日期起施行", "A new version takes effect on a later day than today"),
    TEMPLATE_DAY_TAKEN(409, "该日已有新版本施行", "Another version takes effect on that day"),
    NOT_A_SEMESTER(400, "学期代码应形如 2019-spring", "A semester is written like 2019-spring");

    private final int status;
    private final Text title;

    ApplicationProblem(int status, String zh, String en) {
        this.status = status;
        this.title = new Text(zh, en);
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Text title() {
        return title;
    }
}
