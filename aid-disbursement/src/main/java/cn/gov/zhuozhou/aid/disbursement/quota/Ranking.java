package cn.gov.zhuozhou.aid.disbursement.quota;

import cn.gov.zhuozhou.aid.disbursement.policy.rule.Level;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** The order in which awards fill a quota, and who finds room. */
public final class Ranking {
    /**
     * An award that takes a place or asks for one.
     *
     * @param taken approved already: it keeps its place
     * @param direct of a special group
     * @param amountFen null for a waiver at the school's own charge
     */
    public record Candidate(UUID awardId, boolean taken, boolean direct, Level level, Long amountFen) {
        private long fen() {
            return amountFen == null ? 0 : amountFen;
        }
    }

    /** @param amountFen null where only heads are limited */
    record Room(int places, Long amountFen) {
        private boolean has(int heads, long fen) {
            return heads <= places && (amountFen == null || fen <= amountFen);
        }
    }

    /**
     * Where an award stands.
     *
     * @param rank counted from 1
     */
    public record Placed(UUID awardId, int rank, boolean fits, Reason reason) {}

    private static final String RULE = "教财〔2018〕16号";
    private static final Reason TAKEN = new Reason("QUOTA_TAKEN", "已批准，占用名额", "Approved: it has its place", null);
    private static final Reason DIRECT =
            new Reason("QUOTA_DIRECT", "特殊困难群体，直接纳入，不受名额限制", "Special group: never refused for want of room", RULE);
    private static final Reason ROOM = new Reason("QUOTA_ROOM", "在名额之内", "Within the quota", null);

    /** Those who have a place, then special groups, then by level; the earlier proposal first among equals. */
    private static final Comparator<Candidate> ORDER = Comparator.comparingInt(
                    (Candidate c) -> c.taken() ? 0 : c.direct() ? 1 : 2)
            .thenComparing(Candidate::level)
            .thenComparing(Candidate::awardId, Ranking::byTime);

    private Ranking() {}

    static List<Placed> of(List<Candidate> candidates, Room room) {
        List<Candidate> inOrder = candidates.stream().sorted(ORDER).toList();
        List<Placed> placed = new ArrayList<>();
        int heads = 0;
        long fen = 0;
        for (Candidate one : inOrder) {
            boolean fits = one.taken() || one.direct() || room.has(heads + 1, fen + one.fen());
            if (fits) {
                heads++;
                fen += one.fen();
            }
            placed.add(new Placed(one.awardId(), placed.size() + 1, fits, reason(one, fits, room)));
        }
        return placed;
    }

    private static Reason reason(Candidate one, boolean fits, Room room) {
        if (one.taken()) {
            return TAKEN;
        }
        if (one.direct()) {
            return DIRECT;
        }
        return fits ? ROOM : reached(room);
    }

    private static Reason reached(Room room) {
        return new Reason(
                "QUOTA_REACHED",
                "名额已满（%d人），按困难程度排序后等待；有名额时依次递补".formatted(room.places()),
                "The quota of %d is reached; it waits in order of hardship and moves up when there is room"
                        .formatted(room.places()),
                null);
    }

    /** Ids made by the service carry their time; as unsigned text they sort by it. */
    private static int byTime(UUID one, UUID other) {
        return one.toString().compareTo(other.toString());
    }
}
