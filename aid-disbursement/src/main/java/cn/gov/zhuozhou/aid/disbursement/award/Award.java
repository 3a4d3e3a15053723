package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.disbursement.award.AwardEdge.Event;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Entitlement;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Form;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Payer;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Reason;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What one pupil is granted under one programme in one semester. It changes along {@link AwardEdge} only. */
@Entity
class Award {
    @Id
    private UUID id;

    @Version
    private long version;

    private UUID studentId;
    private String semester;

    @Embedded
    private Basis basis;

    private String programme;
    private String programmeName;

    @Enumerated(EnumType.STRING)
    private Form form;

    @Enumerated(EnumType.STRING)
    private Payer payer;

    private String rateKey;
    private Long amountFen;
    private long keptFen;
    private long setOffFen;
    private long givenBackFen;

    @Enumerated(EnumType.STRING)
    private AwardState state;

    private String policyVersion;

    @Convert(converter = ReasonsColumn.class)
    private List<Reason> reasons;

    private String proposedBy;
    private String approvedBy;
    private Instant decidedAt;
    private UUID commitmentId;
    private UUID applicationId;

    // Read by the database alone, which grants the programme once to a person.
    @SuppressWarnings("UnusedVariable")
    private UUID oncePerson;

    protected Award() {}

    Award(UUID studentId, Semester semester, String programme, Basis basis) {
        this.id = Ids.next();
        this.studentId = studentId;
        this.semester = semester.code();
        this.programme = programme;
        this.basis = basis;
    }

    /** One that is applied for, once in a person's life. */
    Award(AppliedAwards.Application on, Basis basis) {
        this(on.studentId(), on.semester(), on.programme(), basis);
        this.applicationId = on.id();
        this.oncePerson = on.personIndex();
    }

    /** Begins; on hold where something has to be decided first. */
    AwardStep begin(Entitlement entitled, String policy, Optional<Reason> hold, Actor by, Instant now) {
        programmeName = entitled.programme().name().zh();
        form = entitled.programme().form();
        payer = entitled.programme().payer();
        takeTerms(entitled, policy);
        proposedBy = by.id();
        hold.ifPresent(why -> reasons = List.of(why));
        return step(hold.isPresent() ? Event.HELD : Event.PROPOSED, amountFen, reasons, now);
    }

    AwardStep approve(Actor by, Optional<UUID> commitment, Instant now) {
        approvedBy = by.id();
        commitmentId = commitment.orElse(null);
        return step(Event.APPROVED, amountFen, reasons, now);
    }

    /** Takes an approval back; whoever asks for it may not approve next. The commitment must be reversed by then. */
    AwardStep reopen(Actor by, Reason why, Instant now) {
        withdrawApproval();
        proposedBy = by.id();
        return step(Event.REOPENED, amountFen, List.of(why), now);
    }

    /** Takes new terms, which have to be approved again. The commitment must be reversed by then. */
    AwardStep changeAmount(Entitlement entitled, String policy, Basis now, Actor by, Instant at) {
        Long before = amountFen;
        basis = now;
        takeTerms(entitled, policy);
        withdrawApproval();
        proposedBy = by.id();
        return step(Event.AMOUNT_CHANGED, before, reasons, at);
    }

    AwardStep renew(Basis now, List<Reason> why, Instant at) {
        basis = now;
        reasons = why;
        return step(Event.FACTS_RENEWED, amountFen, why, at);
    }

    AwardStep hold(Basis now, Reason why, Instant at) {
        basis = now;
        reasons = List.of(why);
        return step(Event.HELD, amountFen, reasons, at);
    }

    /** Ends the hold: an approval stands where its amount still does; otherwise the new terms are proposed. */
    AwardStep release(Entitlement entitled, String policy, Basis now, Actor by, Instant at) {
        Long before = amountFen;
        boolean approvalStands = approvedBy != null && fits(entitled);
        basis = now;
        takeTerms(entitled, policy);
        if (!approvalStands) {
            withdrawApproval();
            proposedBy = by.id();
        }
        return step(approvalStands ? Event.REINSTATED : Event.RELEASED, before, reasons, at);
    }

    /**
     * The commitment must be reversed by then.
     *
     * @param earnedFen fen that was received and stays the pupil's; anything received beyond it is asked back
     */
    AwardStep stop(Basis now, Reason why, long earnedFen, Instant at) {
        basis = now;
        keptFen = amountFen == null ? 0 : Math.min(amountFen, earnedFen);
        commitmentId = null;
        reasons = List.of(why);
        return step(Event.STOPPED, amountFen, reasons, at);
    }

    /** A part is kept back. Nothing is decided anew by it: what runs from the decision goes on running. */
    AwardStep setOff(long fen, Reason why, Instant at) {
        setOffFen += fen;
        return taken(Event.SET_OFF, amountFen, List.of(why), at);
    }

    /** A part of what was paid came back; what was granted stays as it is. */
    AwardStep giveBack(long fen, Reason why, Instant at) {
        givenBackFen += fen;
        return taken(Event.GIVEN_BACK, amountFen, List.of(why), at);
    }

    boolean fits(Entitlement entitled) {
        return rateKey.equals(entitled.rateKey()) && Objects.equals(amountFen, entitled.amountFen());
    }

    boolean isAppliedFor() {
        return applicationId != null;
    }

    /** Null where it follows from the ruling. */
    AppliedFor appliedFor() {
        return isAppliedFor() ? new AppliedFor(programme, rateKey) : null;
    }

    boolean restsOn(Basis other) {
        return basis.equals(other);
    }

    boolean isBecauseOf(Reason why) {
        return reasons.size() == 1 && reasons.getFirst().code().equals(why.code());
    }

    private void takeTerms(Entitlement entitled, String policy) {
        rateKey = entitled.rateKey();
        amountFen = entitled.amountFen();
        policyVersion = policy;
        reasons = entitled.reasons();
    }

    private void withdrawApproval() {
        approvedBy = null;
        commitmentId = null;
    }

    private AwardStep step(Event event, Long amountBefore, List<Reason> why, Instant at) {
        decidedAt = at;
        return taken(event, amountBefore, why, at);
    }

    private AwardStep taken(Event event, Long amountBefore, List<Reason> why, Instant at) {
        AwardEdge edge = AwardEdge.of(state, event);
        state = edge.to();
        return new AwardStep(this, edge, amountBefore, why, at);
    }

    UUID id() {
        return id;
    }

    /** Counts the award's steps from 1; the entity tag and the revision of its events. */
    long revision() {
        return version + 1;
    }

    UUID studentId() {
        return studentId;
    }

    String semester() {
        return semester;
    }

    Basis basis() {
        return basis;
    }

    String programme() {
        return programme;
    }

    String programmeName() {
        return programmeName;
    }

    Form form() {
        return form;
    }

    Payer payer() {
        return payer;
    }

    Long amountFen() {
        return amountFen;
    }

    long keptFen() {
        return keptFen;
    }

    long setOffFen() {
        return setOffFen;
    }

    long givenBackFen() {
        return givenBackFen;
    }

    String rateKey() {
        return rateKey;
    }

    AwardState state() {
        return state;
    }

    String policyVersion() {
        return policyVersion;
    }

    List<Reason> reasons() {
        return reasons;
    }

    String proposedBy() {
        return proposedBy;
    }

    String approvedBy() {
        return approvedBy;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    UUID commitmentId() {
        return commitmentId;
    }
}
