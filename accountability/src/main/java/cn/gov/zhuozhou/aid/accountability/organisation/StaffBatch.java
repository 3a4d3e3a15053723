package cn.gov.zhuozhou.aid.accountability.organisation;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** One staff list as it was uploaded, and what became of it. */
@Entity
@SuppressWarnings("UnusedVariable") // some fields are read by queries only
class StaffBatch {
    enum State {
        RECEIVED,
        DONE,
        FAILED
    }

    @Id
    private UUID id;

    private LocalDate asOf;

    @Basic(fetch = FetchType.LAZY)
    private byte[] content;

    @Enumerated(EnumType.STRING)
    private State state;

    private UUID jobId;
    private String createdBy;
    private String createdName;
    private Instant createdAt;
    private Instant finishedAt;
    private int rows;
    private int accepted;
    private int refused;
    private int duplicates;
    private int started;
    private int ended;
    private int renamed;

    @Version
    private long version;

    protected StaffBatch() {}

    StaffBatch(LocalDate asOf, byte[] content, Actor actor, Instant now) {
        this.id = Ids.next();
        this.asOf = asOf;
        this.content = content;
        this.state = State.RECEIVED;
        this.createdBy = actor.id();
        this.createdName = actor.name();
        this.createdAt = now;
    }

    UUID id() {
        return id;
    }

    LocalDate asOf() {
        return asOf;
    }

    byte[] content() {
        return content;
    }

    void runBy(UUID job) {
        jobId = job;
    }

    void done(StaffRows read, StaffDiff diff, Instant now) {
        state = State.DONE;
        finishedAt = now;
        rows = read.rows().size();
        accepted = read.accepted().size();
        refused = read.count(StaffRow.Outcome.REFUSED);
        duplicates = read.count(StaffRow.Outcome.DUPLICATE);
        started = diff.started().size();
        ended = diff.ended().size();
        renamed = diff.renamed().size();
    }

    void failed(Instant now) {
        state = State.FAILED;
        finishedAt = now;
    }

    StaffBatchView view() {
        return new StaffBatchView(
                id,
                "staff",
                asOf,
                state,
                jobId,
                createdName,
                createdAt,
                finishedAt,
                rows,
                accepted,
                refused,
                duplicates,
                started,
                ended,
                renamed);
    }
}
