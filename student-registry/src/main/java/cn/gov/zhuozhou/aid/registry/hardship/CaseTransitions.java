package cn.gov.zhuozhou.aid.registry.hardship;

import static cn.gov.zhuozhou.aid.registry.hardship.CaseState.CLOSED;
import static cn.gov.zhuozhou.aid.registry.hardship.CaseState.CONFIRMED;
import static cn.gov.zhuozhou.aid.registry.hardship.CaseState.OPEN;
import static cn.gov.zhuozhou.aid.registry.hardship.CaseState.PROPOSED;
import static cn.gov.zhuozhou.aid.registry.hardship.CaseState.REJECTED;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The states of a case and what moves it. What stands in no row cannot happen. */
final class CaseTransitions {
    enum Occasion {
        /** One person decides where a second has to agree. */
        PROPOSED,
        /** One person decides where nobody's money follows. */
        CONFIRMED,
        REJECTED,
        /** The second person agrees with a confirmation. */
        CONFIRMATION_AGREED,
        /** The second person agrees with a rejection. */
        REJECTION_AGREED,
        /** The second person does not agree. */
        RETURNED,
        /** Who proposed takes it back. */
        WITHDRAWN,
        UNDONE,
        /** Matching finds that the facts no longer ask. */
        CAUSE_GONE
    }

    private record Row(Set<CaseState> from, Occasion occasion, CaseState to) {}

    private static final List<Row> TABLE = List.of(
            new Row(EnumSet.of(OPEN), Occasion.PROPOSED, PROPOSED),
            new Row(EnumSet.of(OPEN), Occasion.CONFIRMED, CONFIRMED),
            new Row(EnumSet.of(OPEN), Occasion.REJECTED, REJECTED),
            new Row(EnumSet.of(PROPOSED), Occasion.CONFIRMATION_AGREED, CONFIRMED),
            new Row(EnumSet.of(PROPOSED), Occasion.REJECTION_AGREED, REJECTED),
            new Row(EnumSet.of(PROPOSED), Occasion.RETURNED, OPEN),
            new Row(EnumSet.of(PROPOSED), Occasion.WITHDRAWN, OPEN),
            new Row(EnumSet.of(CONFIRMED, REJECTED), Occasion.UNDONE, OPEN),
            new Row(EnumSet.of(OPEN, PROPOSED, CONFIRMED, REJECTED), Occasion.CAUSE_GONE, CLOSED));

    private CaseTransitions() {}

    /** The state an occasion leads to; empty where it cannot happen in this state. */
    static Optional<CaseState> next(CaseState from, Occasion occasion) {
        return TABLE.stream()
                .filter(row -> row.occasion() == occasion && row.from().contains(from))
                .map(Row::to)
                .findFirst();
    }
}
