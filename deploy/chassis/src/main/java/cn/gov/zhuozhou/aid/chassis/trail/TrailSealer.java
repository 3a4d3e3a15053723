package cn.gov.zhuozhou.aid.chassis.trail;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.Map;
import java.util.OptionalLong;

/** Chains the trail. Rows are sealed within about a second of being written, by one replica at a time. */
@ApplicationScoped
public class TrailSealer {
    private static final SealChain CHAIN = new SealChain(
            0x747261696cL,
            "trail",
            "trail_seal",
            "trail_id",
            "concat_ws(chr(31), t.id, extract(epoch from t.at), t.actor, t.actor_name, t.org,"
                    + " t.action, t.subject, t.subject_id, coalesce(t.reason, ''), t.detail::text)");

    @Inject
    Database database;

    @Scheduled(every = "${aid.trail.seal-every:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void seal() {
        QuarkusTransaction.requiringNew().call(() -> database.with(CHAIN::seal));
    }

    /** Walks the whole chain; returns the sequence number of the first broken seal, or nothing where all is well. */
    public OptionalLong firstBroken() {
        return database.with(connection -> CHAIN.firstBroken(connection, this::isCut))
                .map(broken -> OptionalLong.of(broken.seq()))
                .orElseGet(OptionalLong::empty);
    }

    /** Whether an act that is chained itself has removed all before a seal. */
    private boolean isCut(long first, byte[] previous) {
        return database.first(
                        """
                        select 1 from trail t join trail_seal s on s.trail_id = t.id
                        where t.action = 'trail.cut' and t.detail ->> 'seq' = :seq and t.detail ->> 'hash' = :hash
                        """,
                        Map.of(
                                "seq", Long.toString(first - 1),
                                "hash", HexFormat.of().formatHex(previous)),
                        row -> true)
                .isPresent();
    }
}
