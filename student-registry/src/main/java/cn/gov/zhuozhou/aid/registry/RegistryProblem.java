package cn.gov.zhuozhou.aid.registry;

import cn.gov.zhuozhou.aid.chassis.problem.Answers;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Kinds of problem the intake, the match decisions and the reverse check answer with. */
public enum RegistryProblem implements ProblemKind {
    @Answers(status = 404, zh = "没有这种数据来源", en = "There is no such feed")
    UNKNOWN_FEED,

    @Answers(status = 404, zh = "该数据由其他服务接收", en = "Another service takes this feed")
    FEED_TAKEN_ELSEWHERE,

    @Answers(status = 400, zh = "数据日期 asOf 不正确", en = "The date asOf is not usable")
    AS_OF_INVALID,

    @Answers(status = 400, zh = "学期代码不正确", en = "The semester is not usable")
    SEMESTER_INVALID,

    @Answers(status = 409, zh = "已有更新的数据", en = "Newer data was accepted already")
    AS_OF_OUTDATED,

    @Answers(status = 400, zh = "文件无法读取", en = "The file cannot be read")
    FEED_UNREADABLE,

    @Answers(status = 422, zh = "该数据不能按变动提交", en = "This feed cannot be handed in as changes")
    FEED_WITHOUT_CHANGES,

    @Answers(status = 422, zh = "该写法已有其他含义", en = "This word already means something else")
    WORD_TAKEN,

    @Answers(status = 422, zh = "生效日期不正确", en = "The date it holds from is not usable")
    WORDING_DATE,

    @Answers(status = 409, zh = "该事项已有结论", en = "This case was decided already")
    ALREADY_DECIDED,

    @Answers(status = 422, zh = "该事项由反向核查答复", en = "This case is answered by the reverse check")
    ANSWERED_BY_REVERSE_CHECK,

    @Answers(status = 422, zh = "该事项的差异与所选不同", en = "This case differs in another way than the chosen ones")
    OTHER_PATTERN,

    @Answers(status = 422, zh = "没有这个理由代码", en = "There is no such reason code for this act")
    REASON_UNKNOWN,

    @Answers(status = 409, zh = "该日期已有设置", en = "A setting begins on that day already")
    SET_EXISTS,

    @Answers(status = 422, zh = "答复缺少必要内容", en = "The answer lacks what its kind needs")
    ANSWER_INCOMPLETE,

    @Answers(status = 422, zh = "没有该学生", en = "There is no such pupil")
    PUPIL_UNKNOWN,

    @Answers(status = 409, zh = "该学生已被否定为此人", en = "This pupil was already found to be another person")
    CANDIDATE_REJECTED,

    @Answers(status = 409, zh = "须先撤回之后的批次", en = "Later batches have to be withdrawn first")
    LATER_BATCHES,

    @Answers(status = 409, zh = "该批数据已申请撤回或已撤回", en = "The withdrawal of this batch was proposed or done already")
    ALREADY_WITHDRAWN,

    @Answers(status = 409, zh = "该批学校已有公示，不能撤回", en = "Notices were posted at schools only this batch names")
    SCHOOL_IN_USE,

    @Answers(status = 400, zh = "查询时点不正确", en = "The day or moment asked for is not usable")
    MOMENT_INVALID,

    @Answers(status = 409, zh = "该批数据尚未处理完毕", en = "The batch is not finished yet")
    BATCH_NOT_DONE,

    @Answers(status = 410, zh = "保存期限已满，内容已销毁", en = "Its time was over and its content has been erased")
    ERASED
}
