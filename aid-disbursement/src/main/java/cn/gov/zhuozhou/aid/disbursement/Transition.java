package cn.gov.zhuozhou.aid.disbursement;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import java.util.List;

/** One row of a table of states: what happens, where from, where to. What stands in no row cannot happen. */
public record Transition<S extends Enum<S>, O extends Enum<O>>(S from, O occasion, S to) {
    /** Where an occasion leads; refused as a state conflict where it cannot happen. */
    public static <S extends Enum<S>, O extends Enum<O>> S of(List<Transition<S, O>> table, S from, O occasion) {
        return table.stream()
                .filter(row -> row.from() == from && row.occasion() == occasion)
                .map(Transition::to)
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.STATE_CONFLICT,
                        Text.of("当前状态为 %s，不能执行 %s。", "In state %s there is no %s.")
                                .formatted(from, occasion)));
    }
}
