package cn.gov.zhuozhou.aid.registry;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Kinds of problem the intake, the match decisions and the reverse check answer with. */
public enum RegistryProblem implements ProblemKind {
    UNKNOWN_FEED(404, "没有这种数据来源", "There is no such feed"),
    FEED_TAKEN_ELSEWHERE(404, "该数据由其他服务接收", "Another service takes this feed"),
    AS_OF_INVALID(400, "数据日期 asOf 不正确", "The date asOf is not usable"),
    SEMESTER_INVALID(400, "学期代码不正确", "The semester is not usable"),
    AS_OF_OUTDATED(409, "已有更新的数据", "Newer data was accepted already"),
    FEED_UNREADABLE(400, "文件无法读取", "The file cannot be read"),
    ALREADY_DECIDED(409, "该事项已有结论", "This case was decided already"),
    ANSWERED_BY_REVERSE_CHECK(422, "该事项由反向核查答复", "This case is answered by the reverse check"),
    OTHER_PATTERN(422, "该事项的差异与所选不同", "This case differs in another way than the chosen ones"),
    REASON_UNKNOWN(422, "没有这个理由代码", "There is no such reason code for this act"),
    SET_EXISTS(409, "该日期已有设置", "A setting begins on that day already"),
    ANSWER_INCOMPLETE(422, "答复缺少必要内容", "The answer lacks what its kind needs"),
    PUPIL_UNKNOWN(422, "没有该学生", "There is no such pupil"),
    CANDIDATE_REJECTED(409, "该学生已被否定为此人", "This pupil was already found to be another person"),
    BATCH_NOT_DONE(409, "该批数据尚未处理完毕", "The batch is not finished yet");

    private final int status;
    private final Text title;

    RegistryProblem(int status, String zh, String en) {
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
