package cn.gov.zhuozhou.aid.registry.export;

import cn.gov.zhuozhou.aid.chassis.problem.Answers;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Why a request about exports is refused. */
enum ExportProblem implements ProblemKind {
    @Answers(status = 422, zh = "没有可导出的人员", en = "There is nobody to be exported")
    NOBODY_TO_EXPORT,

    @Answers(status = 422, zh = "没有这种表样", en = "There is no such layout")
    LAYOUT_UNKNOWN,

    @Answers(status = 422, zh = "表样不可用", en = "The layout cannot be used")
    LAYOUT_UNUSABLE,

    @Answers(status = 422, zh = "建档备案须指明学期", en = "Filing needs a semester")
    FILING_SEMESTER_MISSING,

    @Answers(status = 409, zh = "同日已有生效的限额", en = "A limit of that day exists already")
    LIMIT_DAY_TAKEN,

    @Answers(status = 422, zh = "生效日期不得早于今天", en = "A limit begins today or later")
    LIMIT_NOT_AHEAD
}
