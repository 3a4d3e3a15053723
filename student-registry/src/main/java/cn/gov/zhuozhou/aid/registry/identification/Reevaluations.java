package cn.gov.zhuozhou.aid.registry.identification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;

/** Evaluates pupils again whose facts have changed. While no semester is open nothing happens. */
@ApplicationScoped
public class Reevaluations {
    /** Evaluates these pupils with the facts as they are now, in the caller's transaction. */
    public void evaluate(Collection<UUID> studentIds) {
        // follows with the identification tables
    }

    /** Works off {@code pending_evaluation} in transactions of its own, so that a crash loses and doubles nothing. */
    public void evaluatePending() {
        // follows with the identification tables
    }
}
