package cn.gov.zhuozhou.aid.registry;

import cn.gov.zhuozhou.aid.chassis.problem.Answers;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Kinds of problem the intake and the match decisions answer with. */
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

    @Answers(status = 409, zh = "该事项已有结论", en = "This case was decided already")
    ALREADY_DECIDED,

    @Answers(status = 409, zh = "该批数据尚未处理完毕", en = "The batch is not finished yet")
    BATCH_NOT_DONE,

    @Answers(status = 410, zh = "保存期限已满，内容已销毁", en = "Its time was over and its content has been erased")
    ERASED
}
