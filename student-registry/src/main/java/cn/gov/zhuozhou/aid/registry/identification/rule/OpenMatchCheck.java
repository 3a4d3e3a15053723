package cn.gov.zhuozhou.aid.registry.identification.rule;

import static cn.gov.zhuozhou.aid.registry.identification.rule.CheckOutcome.Outcome.OPEN;

import cn.gov.zhuozhou.aid.chassis.Text;
import java.util.List;
import java.util.Optional;

/**
 * Is there a register row that may mean this pupil and that nobody has decided yet? It decides only where nothing else holds; an
 * objection found right is a question whatever holds.
 */
final class OpenMatchCheck implements Check {
    private static final String CODE = "OPEN_MATCH";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Text question() {
        return Text.of("名单中有没有尚待人工核实的记录?", "Is a register row still to be looked at by a person?");
    }

    @Override
    public Optional<Finding> examine(Case c) {
        List<Match> open = c.facts().openMatches();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        boolean disputed = open.stream().anyMatch(match -> match.kind() == Match.Kind.OBJECTION_UPHELD);
        Match.Kind kind =
                disputed ? Match.Kind.OBJECTION_UPHELD : open.getFirst().kind();
        Finding found = Finding.noted(
                CODE, OPEN, kind.name(), text(kind), c.law(disputed ? Law.REVIEW_AND_NOTICE : Law.NOBODY_MISSED));
        return (disputed || c.leavesGap() ? found.deciding(Result.DECISION_NEEDED) : found).asAnswer();
    }

    private static Text text(Match.Kind kind) {
        return switch (kind) {
            case NAME_CONFLICT ->
                Text.of(
                        "名单中证件号码相同而姓名不同,须人工核实",
                        "a register row has the same number and another name; a person must decide");
            case HOUSEHOLD_HEAD_ONLY ->
                Text.of(
                        "名单中只有监护人(户主),须提供学生为家庭成员的证明",
                        "a register lists only the guardian as head of household; proof is needed");
            case CHILD_ROW_REFUSED ->
                Text.of(
                        "监护人家庭在名单中,其子女一行被拒收,须核实",
                        "the guardian's household is listed and its row for a child was refused");
            case OBJECTION_UPHELD ->
                Text.of(
                        "公示异议或申诉成立而原认定已生效,须重新作出认定",
                        "an objection was found right after the ruling had taken effect; it must be ruled on anew");
            case CANDIDATE, CANDIDATE_ROW_REFUSED, WRONG_NUMBER ->
                Text.of(
                        "名单中有一行姓名、出生日期等相符而证件号码不符,可能是该生,须人工核实",
                        "a register row with another number may mean this pupil; a person must decide");
        };
    }
}
