package cn.gov.zhuozhou.aid.registry.identification;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.registry.identification.Proposal.Proposer;
import cn.gov.zhuozhou.aid.registry.identification.rule.Category;
import cn.gov.zhuozhou.aid.registry.identification.rule.EnrolmentState;
import cn.gov.zhuozhou.aid.registry.identification.rule.Evaluation;
import cn.gov.zhuozhou.aid.registry.identification.rule.Evidence;
import cn.gov.zhuozhou.aid.registry.identification.rule.HardshipJudgement;
import cn.gov.zhuozhou.aid.registry.identification.rule.Level;
import cn.gov.zhuozhou.aid.registry.identification.rule.Prior;
import cn.gov.zhuozhou.aid.registry.identification.rule.Procedure;
import cn.gov.zhuozhou.aid.registry.identification.rule.PupilFacts;
import cn.gov.zhuozhou.aid.registry.identification.rule.Result;
import cn.gov.zhuozhou.aid.registry.identification.rule.SeededRules;
import cn.gov.zhuozhou.aid.registry.identification.rule.Stage;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConsequenceTest {
    private static final Semester SEMESTER = Semester.parse("2019-spring");
    private static final LocalDate TODAY = LocalDate.of(2019, 3, 11);
    private static final Standing DIBAO = new Standing(true, Level.SEVERE, List.of(Category.DIBAO_R));
    private static final Proposer CLERK = new Proposer("clerk", "经办人");

    @Test
    void whatIsInForceStaysWhileItsRemovalIsOnlyProposed() {
        // Given
        Identification carried = evaluate(before(DIBAO), Stage.PRIMARY, EnumSet.of(Category.DIBAO_R));

        // When
        Identification removing = evaluate(carried, Stage.PRIMARY, Set.of());

        // Then
        assertThat(removing.result()).isEqualTo(Result.REMOVED);
        assertThat(removing.state()).isEqualTo(State.PROPOSED);
        assertThat(removing.inForce().standing()).isEqualTo(DIBAO);
        assertThat(removing.ground().valid()).isFalse();
    }

    @Test
    void anAdditionInForceThatLosesItsEvidenceIsProposedForRemovalAndReturnsAsAdded() {
        // Given
        Identification added = evaluate(before(Standing.NONE), Stage.PRIMARY, EnumSet.of(Category.DIBAO_R))
                .approved(TODAY)
                .posted(Ids.next())
                .noticePassed(TODAY);
        Identification removing = evaluate(added, Stage.PRIMARY, Set.of());

        // When
        Identification again = evaluate(removing, Stage.PRIMARY, EnumSet.of(Category.DIBAO_R));

        // Then
        assertThat(removing.result()).isEqualTo(Result.REMOVED);
        assertThat(again.result()).isEqualTo(Result.ADDED);
        assertThat(again.state()).isEqualTo(State.EFFECTIVE);
        assertThat(again.inForce()).isEqualTo(added.inForce());
    }

    @Test
    void aRemovalInForceStaysUntilNewEvidenceProposesAnAddition() {
        // Given
        Identification removed = evaluate(before(DIBAO), Stage.PRIMARY, Set.of())
                .approved(TODAY)
                .posted(Ids.next())
                .noticePassed(TODAY);

        // When
        Identification added = evaluate(removed, Stage.PRIMARY, EnumSet.of(Category.DIBAO_R));

        // Then
        assertThat(evaluate(removed, Stage.PRIMARY, Set.of()).result()).isEqualTo(Result.REMOVED);
        assertThat(added.result()).isEqualTo(Result.ADDED);
        assertThat(added.inForce().standing()).isEqualTo(Standing.NONE);
    }

    @Test
    void aConfirmedReevaluationIsNotAskedForAgainInTheSameSemester() {
        // Given
        Identification confirmed = evaluate(before(DIBAO), Stage.SECONDARY_VOCATIONAL, EnumSet.of(Category.DIBAO_R))
                .approved(TODAY);

        // When
        Identification later =
                evaluate(confirmed, Stage.SECONDARY_VOCATIONAL, EnumSet.of(Category.DIBAO_R, Category.TEKUN_R));

        // Then
        assertThat(later.result()).isEqualTo(Result.REEVALUATED);
        assertThat(later.state()).isEqualTo(State.EFFECTIVE);
        assertThat(later.inForce().standing().categories()).containsExactly(Category.DIBAO_R, Category.TEKUN_R);
    }

    /** Evidence of three kinds comes and goes two hundred times; only where it ends counts. */
    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"PRIMARY", "SECONDARY_VOCATIONAL"})
    void theWayTheFactsTookLeavesNoTrace(Stage stage) {
        List<Category> kinds = List.of(Category.REG_POOR, Category.DIBAO_R, Category.TEKUN_R);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20190311);
        for (Standing lastSemester : List.of(Standing.NONE, DIBAO)) {
            // Given
            Set<Category> evidence = EnumSet.noneOf(Category.class);
            Identification wandering = evaluate(before(lastSemester), stage, evidence);
            for (int i = 0; i < 200; i++) {
                Category kind = kinds.get(random.nextInt(kinds.size()));
                if (!evidence.remove(kind)) {
                    evidence.add(kind);
                }

                // When
                wandering = evaluate(wandering, stage, evidence);

                // Then
                Identification straight = evaluate(before(lastSemester), stage, evidence);
                assertThat(wandering.result()).isEqualTo(straight.result());
                assertThat(wandering.state()).isEqualTo(straight.state());
                assertThat(wandering.proposal().standing())
                        .isEqualTo(straight.proposal().standing());
                assertThat(wandering.ground().basis())
                        .isEqualTo(straight.ground().basis());
            }
        }
    }

    private static Identification before(Standing lastSemester) {
        return Identification.before(
                new Pupil(
                        UUID.randomUUID(),
                        EnrolmentState.IN_SCHOOL,
                        Stage.PRIMARY,
                        lastSemester,
                        null,
                        List.of(),
                        List.of(),
                        HardshipJudgement.UNDECIDED,
                        Procedure.NONE),
                SEMESTER);
    }

    private static Identification evaluate(Identification current, Stage stage, Set<Category> evidence) {
        Standing baseline = current.inForce().baseline();
        PupilFacts facts = PupilFacts.of(
                SEMESTER.code(),
                EnrolmentState.IN_SCHOOL,
                stage,
                baseline.identified() ? new Prior(baseline.level(), baseline.categories(), null) : null,
                evidence.stream().map(c -> Evidence.current(c, "feed")).toList(),
                List.of());
        Verdict verdict = new Verdict(Evaluation.of(facts, SeededRules.SPRING_2019), facts);
        return new Consequence(CLERK, TODAY).of(verdict, current, Ids.next()).orElse(current);
    }
}
