package cn.gov.zhuozhou.aid.inspection.finding;

import static cn.gov.zhuozhou.aid.inspection.finding.FindingState.ASSIGNED;
import static cn.gov.zhuozhou.aid.inspection.finding.FindingState.CLOSED;
import static cn.gov.zhuozhou.aid.inspection.finding.FindingState.IN_PROGRESS;
import static cn.gov.zhuozhou.aid.inspection.finding.FindingState.REGISTERED;
import static cn.gov.zhuozhou.aid.inspection.finding.FindingState.REOPENED;
import static cn.gov.zhuozhou.aid.inspection.finding.FindingState.SUBMITTED_FOR_CLOSE;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What happens to a line, and the whole table of states: each act with the states it leads from and to. */
public enum FindingAct {
    REGISTERED_BY_CHECK(Edges.begin(REGISTERED)),
    ASSIGNED_TO_UNIT(Edges.from(REGISTERED).to(ASSIGNED)),
    /** A person found that the fault is real; what follows from it elsewhere follows only then. */
    CONFIRMED(Edges.staying(ASSIGNED, IN_PROGRESS, SUBMITTED_FOR_CLOSE, REOPENED)),
    PROGRESS_REPORTED(Edges.from(ASSIGNED, IN_PROGRESS, REOPENED).to(IN_PROGRESS)),
    CLOSURE_REQUESTED(Edges.from(IN_PROGRESS).to(SUBMITTED_FOR_CLOSE)),
    CLOSURE_RETURNED(Edges.from(SUBMITTED_FOR_CLOSE).to(IN_PROGRESS)),
    CLOSED_BY_PERSON(Edges.from(SUBMITTED_FOR_CLOSE).to(CLOSED)),
    CAUSE_GONE(Edges.from(REGISTERED, ASSIGNED, IN_PROGRESS, SUBMITTED_FOR_CLOSE, REOPENED)
            .to(CLOSED)),
    CAUSE_CAME_BACK(Edges.from(CLOSED).to(REOPENED)),
    /** Owner or reasons changed: the pupil moved to another school, another programme is missing. */
    RESTATED(Edges.staying(REGISTERED, ASSIGNED, IN_PROGRESS, SUBMITTED_FOR_CLOSE, REOPENED));

    private final Map<FindingState, FindingState> edges;

    FindingAct(Edges edges) {
        this.edges = edges.map;
    }

    /** The state this act leads to; empty where the present one does not allow it. */
    Optional<FindingState> leadsFrom(FindingState present) {
        return Optional.ofNullable(edges.get(present));
    }

    /** The act's name in the trail: {@code progress-reported}. */
    String trailName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private record Edges(Map<FindingState, FindingState> map, FindingState... from) {
        static Edges begin(FindingState first) {
            return new Edges(Map.of(first, first));
        }

        static Edges from(FindingState... states) {
            return new Edges(Map.of(), states);
        }

        static Edges staying(FindingState... states) {
            Map<FindingState, FindingState> map = new EnumMap<>(FindingState.class);
            for (FindingState state : states) {
                map.put(state, state);
            }
            return new Edges(map);
        }

        Edges to(FindingState target) {
            Map<FindingState, FindingState> map = new EnumMap<>(FindingState.class);
            for (FindingState state : from) {
                map.put(state, target);
            }
            return new Edges(map);
        }
    }
}
