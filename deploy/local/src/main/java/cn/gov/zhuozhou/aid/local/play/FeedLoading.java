package cn.gov.zhuozhou.aid.local.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;

/** Hands feed files in and waits for what became of them. */
public final class FeedLoading {
    private static final Set<String> FINISHED = Set.of("DONE", "FAILED", "CANCELLED");
    private static final Duration LOOK_EVERY = Duration.ofMillis(25);
    private static final Duration MOST = Duration.ofMinutes(10);

    private final Caller clerk;

    public FeedLoading(Caller clerk) {
        this.clerk = clerk;
    }

    /** Loads a file; returns its batch with the counts. */
    public JsonNode load(FeedFile file) {
        Answer accepted = handIn(file);
        if (!accepted.ok()) {
            throw new UnexpectedAnswer("POST", file.name(), accepted);
        }
        return finished(file.service(), accepted);
    }

    /** Hands a file in and does not wait. */
    public Answer handIn(FeedFile file) {
        LocalDate asOf = file.asOf() == null ? today(file.service()) : file.asOf();
        String path = "/api/v1/feeds/" + file.source() + "/batches?asOf=" + asOf
                + (file.semester() == null ? "" : "&semester=" + file.semester());
        return clerk.upload(file.service(), path, file.path());
    }

    /** Waits for the job of an accepted file; returns the batch. */
    public JsonNode finished(String service, Answer accepted) {
        awaitJob(service, accepted.body().path("jobId").asText());
        return clerk.get(
                service, accepted.location().substring(accepted.location().indexOf("/api/")));
    }

    /** Waits for a job to be done; throws when it failed. */
    public void awaitJob(String service, String job) {
        long end = System.nanoTime() + MOST.toNanos();
        JsonNode seen = clerk.get(service, "/api/v1/jobs/" + job);
        while (!FINISHED.contains(seen.path("state").asText())) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("job " + job + " of " + service + " is still at " + seen);
            }
            pause();
            seen = clerk.get(service, "/api/v1/jobs/" + job);
        }
        if (!"DONE".equals(seen.path("state").asText())) {
            throw new IllegalStateException("job " + job + " of " + service + " ended as " + seen);
        }
    }

    private LocalDate today(String service) {
        return LocalDate.parse(clerk.get(service, "/api/v1/clock").path("today").asText());
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
