package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.disbursement.policy.rule.AwardDecision;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Level;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.PolicySet;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.PupilSituation;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Reason;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Stage;
import cn.gov.zhuozhou.aid.disbursement.pupil.Place;
import cn.gov.zhuozhou.aid.disbursement.pupil.School;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What a pupil would be granted in a semester, by the rule his awards follow; nothing is granted by it. */
public final class Prospect {
    /**
     * How he would fare.
     *
     * @param place which school would pay
     * @param situation what policy is asked about
     * @param decision nothing where his aid waits or ends
     * @param against why it does; null where it goes on
     * @param waits nothing is paid until something is decided
     */
    public record Outlook(
            Place place, PupilSituation situation, AwardDecision decision, Reason against, boolean waits) {}

    /**
     * A ruling that is not made, and where its pupil is taken to be.
     *
     * @param grade null where it is not said; then his own, where the stage is
     * @param fourCategory null where it is not said; then the policy set tells it from the categories
     */
    public record Supposed(
            String schoolCode,
            Stage stage,
            Integer grade,
            boolean boarding,
            boolean identified,
            Level level,
            Set<String> categories,
            Boolean fourCategory) {}

    private final SemesterFacts known;
    private final List<Basis> settled;
    private final Function<String, School> schools;

    Prospect(SemesterFacts known, List<Basis> settled, Function<String, School> schools) {
        this.known = known;
        this.settled = settled;
        this.schools = schools;
    }

    /** As things are; empty where he is not known or has no ruling. */
    public Optional<Outlook> asItIs(PolicySet policy) {
        return known.now() == null || known.ruling() == null ? Optional.empty() : Optional.of(outlook(known, policy));
    }

    /** Whether he is in school is asked of today, as ever; who is not known here is taken to be. */
    public Outlook supposing(Supposed other, PolicySet policy) {
        return outlook(
                new SemesterFacts(
                        place(other), known.onCensusDay(), ruling(other, policy), known.wrong(), known.recovered()),
                policy);
    }

    private Outlook outlook(SemesterFacts facts, PolicySet policy) {
        DecisionInput input = facts.input(settled, schools, policy.version());
        Standing standing = input.standing();
        boolean goesOn = standing.kind() == Standing.Kind.GOES_ON;
        return new Outlook(
                input.place(),
                input.situation(),
                goesOn ? input.decision(policy) : AwardDecision.NOTHING,
                standing.reason(),
                standing.kind() == Standing.Kind.WAITS);
    }

    private Place place(Supposed other) {
        Place now = known.now();
        boolean sameStage = now != null && now.stage() == other.stage();
        return new Place(
                other.schoolCode(),
                now != null && now.schoolCode().equals(other.schoolCode()) ? now.schoolTown() : null,
                other.stage(),
                other.grade() == null && sameStage ? now.grade() : other.grade(),
                other.boarding(),
                now == null ? Place.IN_SCHOOL : now.enrolmentState());
    }

    private static Eligibility ruling(Supposed other, PolicySet policy) {
        boolean fourCategory =
                other.fourCategory() == null ? policy.isFourCategory(other.categories()) : other.fourCategory();
        return Eligibility.inForce(other.identified(), other.level(), other.categories(), fourCategory);
    }
}
