package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.registry.identification.rule.Category;
import cn.gov.zhuozhou.aid.registry.identification.rule.CheckOutcome;
import cn.gov.zhuozhou.aid.registry.identification.rule.Evaluation;
import cn.gov.zhuozhou.aid.registry.identification.rule.Parameters;
import cn.gov.zhuozhou.aid.registry.identification.rule.RuleSet;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A ruling in words for the family: what was looked at, what was found, what follows, what they can do.
 *
 * @param newest whether no later ruling on this pupil and semester has come since
 */
record Explanation(
        UUID rulingId,
        String semester,
        String name,
        String schoolName,
        LocalDate decidedOn,
        RuleSet ruleSet,
        boolean newest,
        List<Looked> lookedAt,
        Text found,
        List<Text> follows,
        List<Text> canDo) {

    /** One question with its answer and where it is written. */
    record Looked(String check, Text question, Text answer, String legalBasis, boolean decisive) {}

    private static final Text OVERTAKEN = Text.of(
            "这次评定之后情况有了变化,已有新的评定结果,请以新的结果为准。",
            "The facts have changed since and there is a newer ruling; please go by that one.");

    static Explanation of(Ruling ruling, RuleSet rules, IdentificationView now, LocalDate decidedOn, int noticeDays) {
        boolean newest = ruling.id().equals(now.rulingId());
        return new Explanation(
                ruling.id(),
                ruling.semester(),
                now.name(),
                now.schoolName(),
                decidedOn,
                rules,
                newest,
                ruling.checks().stream().map(Explanation::looked).toList(),
                outcome(ruling, rules.parameters()),
                newest ? nextSteps(now.state(), noticeDays) : List.of(OVERTAKEN),
                rights());
    }

    private static Looked looked(CheckOutcome check) {
        return new Looked(
                check.check(), Evaluation.question(check.check()), check.text(), check.legalBasis(), check.decisive());
    }

    private static Text outcome(Ruling ruling, Parameters rules) {
        Standing standing = ruling.standing();
        Text level = standing.identified() ? rules.label(standing.level()) : Text.of("", "");
        Text grounds = Text.of(
                standing.categories().stream().map(c -> c.label().zh()).collect(Collectors.joining("、")),
                standing.categories().stream()
                        .map(Category::label)
                        .map(Text::en)
                        .collect(Collectors.joining(", ")));
        return switch (ruling.result()) {
            case CARRIED ->
                saying(
                        level,
                        grounds,
                        "孩子继续是家庭经济困难学生,档次为“%s”,依据是:%s。本学期不用重新申请。",
                        "The child goes on being identified as a pupil in hardship, level \"%s\", because of: %s. No new"
                                + " application is needed this semester.");
            case ADDED ->
                saying(
                        level,
                        grounds,
                        "建议把孩子认定为家庭经济困难学生,档次为“%s”,依据是:%s。",
                        "It is proposed to identify the child as a pupil in hardship, level \"%s\", because of: %s.");
            case LEVEL_CHANGED ->
                saying(
                        level,
                        grounds,
                        "孩子仍是家庭经济困难学生,建议档次调整为“%s”,依据是:%s。",
                        "The child stays identified; it is proposed to change the level to \"%s\", because of: %s.");
            case REEVALUATED ->
                saying(
                        level,
                        grounds,
                        "孩子本学期重新评定,建议档次为“%s”,依据是:%s。",
                        "The child is evaluated again this semester; the proposed level is \"%s\", because of: %s.");
            case REMOVED -> removal(ruling);
            case DECISION_NEEDED ->
                Text.of(
                        "现在还不能定,须由工作人员核实。核实以前,原来的认定和资助不变。",
                        "It cannot be decided yet: a person has to look into it. Until then everything stays as it was.");
            case NONE ->
                Text.of("孩子目前没有被认定为家庭经济困难学生。", "At present the child is not identified as a pupil in hardship.");
        };
    }

    /** A false statement ends the identification at once; every other removal waits for review and notice. */
    private static Text removal(Ruling ruling) {
        if (ruling.checks().getLast().reason().equals("FALSE_STATEMENT")) {
            return Text.of(
                    "经核实提供了虚假信息,孩子本学期的认定取消,已发的资助资金须退回。",
                    "A false statement was confirmed: the identification of this semester ends at once, and the money paid is"
                            + " asked back.");
        }
        return Text.of(
                "建议不再认定孩子为家庭经济困难学生。在评审和公示结束以前,原来的认定和资助不变。",
                "It is proposed that the child is no longer identified. Until review and public notice are over, the"
                        + " identification and the aid stay as they were.");
    }

    /** Both languages' sentences with the level first and the grounds second. */
    private static Text saying(Text level, Text grounds, String zh, String en) {
        return Text.of(zh.formatted(level.zh(), grounds.zh()), en.formatted(level.en(), grounds.en()));
    }

    private static List<Text> nextSteps(State state, int noticeDays) {
        Text review = Text.of("由另一名工作人员评审;", "Another member of staff reviews it.");
        Text notice = Text.of(
                        "评审通过后在学校公示 %d 个工作日,只写姓名、学校、年级、班级和档次,不写困难原因;",
                        "After that it is posted at the school for %d working days: name, school, grade, class and level"
                                + " only, never why.")
                .formatted(noticeDays);
        Text effect = Text.of("公示期满没有成立的异议,结果生效。", "If no objection holds, it takes effect when the period ends.");
        return switch (state) {
            case PROPOSED -> List.of(review, notice, effect);
            case REVIEWED -> List.of(notice, effect);
            case ON_NOTICE -> List.of(Text.of("正在学校公示;", "It is being posted at the school."), effect);
            case EFFECTIVE -> List.of(Text.of("这个结果已经生效。", "This result is in force."));
            case REJECTED -> List.of(Text.of("评审或异议没有通过,原来的认定不变。", "It was not approved; what was in force stays."));
            case WITHDRAWN -> List.of(Text.of("这个建议已经撤回,原来的认定不变。", "It was withdrawn; what was in force stays."));
            case AWAITING_DECISION ->
                List.of(Text.of(
                        "工作人员会与您联系,可能请您提供户口簿等证明。",
                        "Staff will contact you and may ask for proof such as the household register."));
        };
    }

    private static List<Text> rights() {
        return List.of(
                Text.of(
                        "觉得不对,可以在公示期内向学校提出异议,写不写名字都可以;学校须复核并书面答复。",
                        "If you think it is wrong, object at the school while it is posted, with or without your name; the school must"
                                + " look again and answer in writing."),
                Text.of(
                        "对答复不满意,可以向县(市)学生资助管理中心申诉。",
                        "If the answer does not satisfy you, appeal to the county's student aid centre."),
                Text.of(
                        "家里有了新情况(生病、受灾、新纳入低保等),随时告诉班主任或学校。",
                        "If something changes at home (illness, disaster, a new allowance), tell the class teacher or the school at any"
                                + " time."));
    }
}
