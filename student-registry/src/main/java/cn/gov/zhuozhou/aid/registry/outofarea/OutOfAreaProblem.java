package cn.gov.zhuozhou.aid.registry.outofarea;

import cn.gov.zhuozhou.aid.chassis.problem.Answers;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Why a request about pupils out of area is refused. */
enum OutOfAreaProblem implements ProblemKind {
    @Answers(status = 422, zh = "身份证号不正确", en = "The identity number is not valid")
    IDENTITY_NOT_VALID,

    @Answers(status = 409, zh = "该人已在在外学生名册中", en = "This person is among the pupils out of area already")
    KNOWN_ALREADY,

    @Answers(status = 409, zh = "该生已不在在外学生名册中", en = "This pupil is not out of area any more")
    NOT_OUT_OF_AREA,

    @Answers(status = 422, zh = "答案与问题不符", en = "This is no answer to the question")
    ANSWER_NOT_FITTING,

    @Answers(status = 422, zh = "责任学校应为一所：本县学校或外地学校", en = "One school is responsible: of the county or elsewhere")
    ONE_SCHOOL,

    @Answers(status = 422, zh = "本县没有该学校", en = "There is no such school in the county")
    SCHOOL_UNKNOWN,

    @Answers(status = 422, zh = "日期不正确", en = "The date cannot be right")
    DATE_NOT_POSSIBLE,

    @Answers(status = 422, zh = "函件内容含疑似个人敏感号码", en = "The letter seems to hold numbers of persons")
    PRIVATE_DATA_IN_LETTER,

    @Answers(status = 422, zh = "没有该生的身份证号", en = "The identity number of this pupil is not known")
    NO_NUMBER,

    @Answers(status = 409, zh = "复函期限未到", en = "The time to reply is not over yet")
    NOT_DUE_YET,

    @Answers(status = 409, zh = "已催办两次", en = "Two chasers were sent already")
    CHASED_TWICE
}
