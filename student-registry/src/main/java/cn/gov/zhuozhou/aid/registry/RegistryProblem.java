package cn.gov.zhuozhou.aid.registry;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Kinds of problem the intake and the match decisions answer with. */
public enum RegistryProblem implements ProblemKind {
    UNKNOWN_FEED(404, "没有这种数据来源", "There is no such feed"),
    FEED_TAKEN_ELSEWHERE(404, "该数据由其他服务接收", "Another service takes this feed"),
    AS_OF_INVALID(400, "数据日期 asOf 不正确", "The date asOf is not usable"),
    SEMESTER_INVALID(400, "学期代码不正确", "The semester is not usable"),
    AS_OF_OUTDATED(409, "已有更新的数据", "Newer data was accepted already"),
    FEED_UNREADABLE(400, "文件无法读取", "The file cannot be read"),
    FEED_WITHOUT_CHANGES(422, "该数据不能按变动提交", "This feed cannot be handed in as changes"),
    WORD_TAKEN(422, "该写法已有其他含义", "This word already means something else"),
    WORDING_DATE(422, "生效日期不正确", "The date it holds from is not usable"),
    ALREADY_DECIDED(409, "该事项已有结论", "This case was decided already"),
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
