package cn.gov.zhuozhou.aid.chassis.state;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The states of a thing and what moves it from one to the next. What stands in no row cannot happen.
 *
 * @param <S> states
 * @param <O> occasions
 */
public final class Transitions<S extends Enum<S>, O extends Enum<O>> {
    private record Row<S, O>(Set<S> from, O occasion, S to) {}

    private final List<Row<S, O>> rows;

    private Transitions(List<Row<S, O>> rows) {
        this.rows = rows;
    }

    public static <S extends Enum<S>, O extends Enum<O>> Transitions<S, O> none() {
        return new Transitions<>(List.of());
    }

    /** With one more row. */
    public Transitions<S, O> row(S from, O occasion, S to) {
        return row(Set.of(from), occasion, to);
    }

    /** With one more row, for several states. */
    public Transitions<S, O> row(Set<S> from, O occasion, S to) {
        return new Transitions<>(Stream.concat(rows.stream(), Stream.of(new Row<>(Set.copyOf(from), occasion, to)))
                .toList());
    }

    /** The state an occasion leads to; empty where it cannot happen in this state. */
    public Optional<S> next(S from, O occasion) {
        return rows.stream()
                .filter(row -> row.occasion() == occasion && row.from().contains(from))
                .map(Row::to)
                .findFirst();
    }

    /** The state an occasion leads to; refused as a state conflict where it cannot happen. */
    public S after(S from, O occasion) {
        return next(from, occasion)
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.STATE_CONFLICT,
                        Text.of("当前状态为 %s，不能执行 %s。", "In state %s there is no %s.")
                                .formatted(from, occasion)));
    }
}
