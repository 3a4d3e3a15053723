package cn.gov.zhuozhou.aid.disbursement.payee;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.Masked;
import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.attachment.Attachments;
import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.crypto.FieldCryptoSession;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Turns;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.disbursement.payee.AccountTransitions.Occasion;
import cn.gov.zhuozhou.aid.disbursement.payee.PayeeResource.ProposalRequest;
import cn.gov.zhuozhou.aid.disbursement.payee.rule.AccountRange;
import cn.gov.zhuozhou.aid.disbursement.payee.rule.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The account of each pupil: proposed by one person, confirmed by another, never changed, only followed by the next. */
@ApplicationScoped
public class Payees {
    static final String SUBJECT = "payee";
    private static final int TAIL = 4;

    @Inject
    AccountStore store;

    @Inject
    AccountFollower follower;

    @Inject
    PayeeData data;

    @Inject
    Registry registry;

    @Inject
    FieldCrypto crypto;

    @Inject
    Attachments attachments;

    @Inject
    Turns turns;

    @Inject
    Trail trail;

    @Inject
    Database database;

    /**
     * The bank sent payments back: each account waits for another (status 2), and nothing is paid to it until then. One that waits
     * already, or is not in force any more, stays as it is.
     */
    public void needsUpdate(Map<UUID, String> reasons, Actor actor) {
        trail.recordEach(actor, "payee.needs-update", SUBJECT, store.needsUpdate(reasons, actor));
    }

    /**
     * A pupil proven by name and identity number.
     *
     * @param studentId the record that counts, whichever was named
     * @param personIndex the same for all records of the person, and nothing else can be learned from it
     */
    public record ProvenPupil(UUID studentId, UUID personIndex) {}

    /** Asks the registry whether name and number are the pupil's; ends the request where they are not. The number is not kept. */
    public ProvenPupil prove(UUID studentId, String name, String identityNumber, String authorization) {
        Holder holder = registry.check(List.of(new Holder.Asked(studentId, null, name, identityNumber)), authorization)
                .getFirst();
        return switch (holder.fact()) {
            case SELF -> new ProvenPupil(holder.studentId(), personIndex(identityNumber, crypto.session()));
            case UNKNOWN_PUPIL -> throw ProblemException.notFound();
            default -> throw new ProblemException(PayeeProblem.NOT_THE_PUPIL);
        };
    }

    /** A card found to be a staff member's: accounts it was entered for wait for a decision (A17). */
    void staffCard(String plain, String reason, Actor actor) {
        refuseWhere(AccountRange.fault(plain, data.accountRanges()).stream().collect(Collectors.toSet()));
        UUID card = accountIndex(plain, crypto.session());
        turns.alone("payee.card", card);
        data.addStaffCard(card, tail(plain), reason, actor);
        store.flagWhere(Finding.CARD_OF_STAFF, "a.account_index = :card", Map.of("card", card));
    }

    /** The index by which one account is known again. */
    UUID accountIndex(String plain, FieldCryptoSession session) {
        return session.index("bank-account", plain);
    }

    UUID personIndex(String identityNumber, FieldCryptoSession session) {
        return session.index("payee-holder", identityNumber);
    }

    Account propose(ProposalRequest request, String authorization, Actor actor) {
        String plain = AccountRange.plain(request.accountNumber());
        Set<Finding> wrong = writtenWrongly(request.bankCode(), plain, data.banks(), data.accountRanges());
        refuseWhere(wrong);
        Holder holder = registry.check(
                        List.of(new Holder.Asked(
                                request.studentId(), null, request.holderName(), request.holderIdentityNumber())),
                        authorization)
                .getFirst();
        if (holder.studentId() == null) {
            throw ProblemException.notFound();
        }
        Candidate candidate = candidate(
                holder,
                request.holderName(),
                request.holderIdentityNumber(),
                request.bankCode(),
                plain,
                request.reason(),
                crypto.session());
        turns.beside("payee.imports");
        turns.alone("payee.student", candidate.studentId());
        turns.alone("payee.card", candidate.accountIndex());
        AccountStore.Known known = store.known(List.of(candidate), actor).get(0);
        if (known == null) {
            throw ProblemException.notFound();
        }
        Set<Finding> findings = data.rule().findings(known.facts());
        refuseWhere(findings);
        if (known.unchanged()) {
            throw new ProblemException(PayeeProblem.ALREADY_ENTERED);
        }
        UUID id = Ids.next();
        store.propose(List.of(new AccountStore.Proposal(id, candidate, List.copyOf(findings))), null, actor);
        trail.record(
                actor,
                "payee.proposed",
                SUBJECT,
                id.toString(),
                Masked.anywhere(request.reason()),
                Map.of("student", candidate.studentId(), "flags", findings));
        return store.find(id, actor.jurisdiction()).orElseThrow(ProblemException::notFound);
    }

    Candidate candidate(
            Holder holder,
            String holderName,
            String identityNumber,
            String bankCode,
            String plain,
            String reason,
            FieldCryptoSession session) {
        return new Candidate(
                holder.studentId(),
                holder,
                holderName,
                personIndex(identityNumber, session),
                bankCode,
                accountIndex(plain, session),
                session.encrypt(plain),
                tail(plain),
                reason);
    }

    static String tail(String plain) {
        return plain.substring(plain.length() - TAIL);
    }

    /** What is wrong with the number itself, whoever holds it. */
    static Set<Finding> writtenWrongly(
            String bankCode, String plain, List<PayeeData.Bank> banks, List<AccountRange> ranges) {
        Set<Finding> wrong = EnumSet.noneOf(Finding.class);
        if (banks.stream().noneMatch(bank -> bank.active() && bank.code().equals(bankCode))) {
            wrong.add(Finding.BANK_UNKNOWN);
        }
        AccountRange.fault(plain, ranges).ifPresent(wrong::add);
        return wrong;
    }

    private static void refuseWhere(Set<Finding> findings) {
        List<ProblemException.FieldError> refusals = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.refuses()) {
                refusals.add(new ProblemException.FieldError("account", finding.name(), finding.text()));
            }
        }
        if (!refusals.isEmpty()) {
            throw new ProblemException(PayeeProblem.ACCOUNT_REFUSED, Text.of("", ""), refusals);
        }
    }

    /** The second person's word; the account before it ends the same moment. */
    Account confirm(UUID id, String ifMatch, Actor actor) {
        Account account = toDecide(id, ifMatch, actor);
        AccountTransitions.of(account.state(), Occasion.CONFIRM);
        if (account.askAgain() != null) {
            throw new ProblemException(PayeeProblem.ASK_AGAIN);
        }
        if (account.flagsOpen() > 0) {
            throw new ProblemException(PayeeProblem.FLAGS_OPEN);
        }
        var before = store.inForce(account.studentId());
        boolean shown = account.importId() != null && before.isEmpty();
        if (!shown && attachments.of(SUBJECT, id.toString()).isEmpty()) {
            throw new ProblemException(PayeeProblem.EVIDENCE_MISSING);
        }
        before.ifPresent(former -> store.move(former, Occasion.REPLACE, null, actor));
        store.move(account, Occasion.CONFIRM, null, actor);
        record(actor, "payee.confirmed", id, null);
        return store.find(id, actor.jurisdiction()).orElseThrow();
    }

    /**
     * Asks the registry again who the holder is; who he is has to be said again, for his number is not kept. Where he may not hold the
     * account any more it goes on waiting, to be closed or replaced.
     */
    Account prove(UUID id, String ifMatch, String identityNumber, String authorization, Actor actor) {
        Account account = store.lock(id, actor.jurisdiction());
        Versions.require(ifMatch, account.version());
        if (account.askAgain() == null) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT);
        }
        AccountStore.Indexes indexes = store.indexes(id);
        if (!indexes.holder().equals(personIndex(identityNumber, crypto.session()))) {
            throw new ProblemException(PayeeProblem.NOT_THE_HOLDER);
        }
        Holder holder = registry.check(
                        List.of(new Holder.Asked(account.studentId(), null, account.holderName(), identityNumber)),
                        authorization)
                .getFirst();
        if (holder.studentId() == null) {
            throw ProblemException.notFound();
        }
        if (!holder.studentId().equals(account.studentId())) {
            refuseWhere(EnumSet.of(Finding.PUPIL_MERGED));
        }
        Set<Finding> findings = findingsOf(account, holder, indexes, actor);
        refuseWhere(findings);
        proven(account, holder, findings, actor);
        return store.find(id, actor.jurisdiction()).orElseThrow();
    }

    private Set<Finding> findingsOf(Account account, Holder holder, AccountStore.Indexes indexes, Actor actor) {
        var same = new Candidate(
                account.studentId(),
                holder,
                account.holderName(),
                indexes.holder(),
                account.bankCode(),
                indexes.account(),
                null,
                null,
                null);
        Set<Finding> findings =
                data.rule().findings(store.known(List.of(same), actor).get(0).facts());
        findings.remove(Finding.PROPOSAL_OPEN);
        return findings;
    }

    /** Puts an account that waited in order, with the doubts that remain; what the registry told of in between asks again. */
    void proven(Account account, Holder holder, Set<Finding> flags, Actor actor) {
        store.proven(account, holder, actor);
        store.flag(account.id(), flags);
        record(actor, "payee.proven-again", account.id(), null);
        follower.pupilChanged(account.studentId());
    }

    Account refuse(UUID id, String ifMatch, String reason, Actor actor) {
        Account account = toDecide(id, ifMatch, actor);
        store.move(account, Occasion.REFUSE, reason, actor);
        record(actor, "payee.refused", id, reason);
        return store.find(id, actor.jurisdiction()).orElseThrow();
    }

    Account close(UUID id, String ifMatch, String reason, Actor actor) {
        Account account = toDecide(id, ifMatch, actor);
        store.move(account, Occasion.CLOSE, reason, actor);
        record(actor, "payee.closed", id, reason);
        return store.find(id, actor.jurisdiction()).orElseThrow();
    }

    /** A flag upheld ends the account it was raised about. */
    Account decide(UUID id, String ifMatch, Finding code, Flag.State decision, String opinion, Actor actor) {
        Account account = toDecide(id, ifMatch, actor);
        if (!store.decide(id, code, decision, opinion, actor)) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT);
        }
        if (decision == Flag.State.REFUSED) {
            store.move(account, Occasion.FLAG_UPHELD, opinion, actor);
        }
        trail.record(
                actor,
                "payee.flag-decided",
                SUBJECT,
                id.toString(),
                Masked.anywhere(opinion),
                Map.of("flag", code, "decision", decision));
        return store.find(id, actor.jurisdiction()).orElseThrow();
    }

    /** The number in clear, for somebody who says why. */
    String disclose(UUID id, String reason, Actor actor) {
        Account account = store.find(id, actor.jurisdiction()).orElseThrow(ProblemException::notFound);
        byte[] sealed = store.sealed(account.id());
        if (sealed.length == 0) {
            throw new ProblemException(PayeeProblem.NUMBER_ERASED);
        }
        record(actor, "payee.number-disclosed", account.id(), reason);
        return crypto.decrypt(sealed);
    }

    private Account toDecide(UUID id, String ifMatch, Actor actor) {
        Account account = store.lock(id, actor.jurisdiction());
        Versions.require(ifMatch, account.version());
        if (actor.is(account.proposedBy())) {
            throw new ProblemException(CommonProblem.SAME_PERSON);
        }
        if (store.related(id, actor)) {
            throw new ProblemException(PayeeProblem.RELATED_PERSON);
        }
        return account;
    }

    private void record(Actor actor, String act, UUID id, String reason) {
        trail.record(actor, act, SUBJECT, id.toString(), Masked.anywhere(reason));
    }
}
