package cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule;

import java.util.ArrayList;
import java.util.List;

/** Splits an amount over what sources hold, one after the other in their order. */
public final class SourceDraw {
    /** So much of a source. */
    public record Share(String source, long fen) {}

    private SourceDraw() {}

    /** Shares that make up the amount; fewer than the amount where the sources hold less. */
    public static List<Share> of(long fen, List<Share> available) {
        List<Share> drawn = new ArrayList<>();
        long rest = fen;
        for (Share held : available) {
            long share = Math.min(rest, held.fen());
            if (share > 0) {
                drawn.add(new Share(held.source(), share));
                rest -= share;
            }
        }
        return drawn;
    }

    public static long sum(List<Share> shares) {
        return shares.stream().mapToLong(Share::fen).sum();
    }
}
