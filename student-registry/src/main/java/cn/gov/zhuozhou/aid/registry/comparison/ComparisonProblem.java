package cn.gov.zhuozhou.aid.registry.comparison;

import cn.gov.zhuozhou.aid.chassis.problem.Answers;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Why a request about comparisons is refused. */
enum ComparisonProblem implements ProblemKind {
    @Answers(status = 422, zh = "没有这种表头对应", en = "There is no such mapping")
    MAPPING_UNKNOWN,

    @Answers(
            status = 422,
            zh = "须有姓名、学段、等级，学籍号或证件号，学校代码或名称",
            en = "It needs name, stage, level, one of the numbers, and the school's code or name")
    MAPPING_UNUSABLE,

    @Answers(status = 422, zh = "该学期没有认定名单", en = "No such semester was opened")
    SEMESTER_UNKNOWN,

    @Answers(status = 400, zh = "文件无法读取", en = "The file cannot be read")
    SHEET_UNREADABLE
}
