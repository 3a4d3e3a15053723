package cn.gov.zhuozhou.aid.registry.identification.rule;

import static cn.gov.zhuozhou.aid.registry.identification.rule.Pupils.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.registry.identification.rule.Evidence.Standing;
import cn.gov.zhuozhou.aid.registry.identification.rule.Match.Kind;
import cn.gov.zhuozhou.aid.registry.identification.rule.Match.Verdict;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A stored decision can be made again. */
class ReplayTest {
    private static final int CASES = 1_000;
    private final Random random = new Random(20190301);

    @Test
    void sameFactsAndRulesGiveTheSameDecisionAlsoAfterStorage() throws JsonProcessingException {
        // Given
        ObjectMapper json = new ObjectMapper();
        for (int i = 0; i < CASES; i++) {
            PupilFacts facts = anyFacts();
            Decision first = Evaluation.of(facts, RULES);
            String storedFacts = json.writeValueAsString(facts);
            String storedDecision = json.writeValueAsString(first);
            // When
            Decision again = Evaluation.of(json.readValue(storedFacts, PupilFacts.class), RULES);
            // Then
            assertThat(again).isEqualTo(first).isEqualTo(json.readValue(storedDecision, Decision.class));
        }
    }

    @Test
    void theOrderInWhichFactsWereGatheredMakesNoDifference() {
        for (int i = 0; i < CASES; i++) {
            // Given
            PupilFacts facts = anyFacts();
            // When
            PupilFacts otherwise = new PupilFacts(
                    facts.semester(),
                    facts.enrolment(),
                    facts.stage(),
                    facts.prior(),
                    shuffledTwice(facts.evidence()),
                    shuffledTwice(facts.matches()),
                    shuffledTwice(facts.notCompared()),
                    facts.hardship());
            // Then
            assertThat(otherwise).isEqualTo(facts);
            assertThat(Evaluation.of(otherwise, RULES)).isEqualTo(Evaluation.of(facts, RULES));
        }
    }

    @Test
    void everyDecisionIsConsistentInItself() {
        for (int i = 0; i < CASES; i++) {
            // Given
            PupilFacts facts = anyFacts();
            // When
            Decision decision = Evaluation.of(facts, RULES);
            // Then
            assertThat(decision.identified()).isEqualTo(decision.level() != null);
            assertThat(decision.identified()).isEqualTo(!decision.categories().isEmpty());
            assertThat(decision.checks().stream().filter(CheckOutcome::decisive))
                    .hasSize(1);
            assertThat(decision.checks().getLast().decisive()).isTrue();
            assertThat(decision.checks()).allSatisfy(check -> {
                assertThat(check.zh()).isNotBlank();
                assertThat(check.en()).isNotBlank();
                assertThat(check.legalBasis()).isNotBlank();
            });
            boolean before = facts.prior() != null;
            switch (decision.result()) {
                case CARRIED, LEVEL_CHANGED, REEVALUATED, REMOVED ->
                    assertThat(before).isTrue();
                case ADDED, NONE -> assertThat(before).isFalse();
                case DECISION_NEEDED -> assertThat(decision.identified()).isFalse();
            }
        }
    }

    private PupilFacts anyFacts() {
        List<Evidence> evidence = new ArrayList<>();
        List<Match> matches = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            evidence.add(new Evidence(any(Category.values()), "register", any(Standing.values())));
        }
        for (int i = random.nextInt(2); i > 0; i--) {
            matches.add(new Match(any(Kind.values()), any(Category.values()), "register", any(Verdict.values())));
        }
        List<Category> notCompared = random.nextInt(4) == 0 ? List.of(any(Category.values())) : List.of();
        Prior prior = random.nextBoolean()
                ? null
                : new Prior(
                        any(Level.values()),
                        List.of(any(Category.values()), any(Category.values())),
                        any(Stage.values()));
        return new PupilFacts(
                "2019-spring",
                random.nextInt(5) > 0 ? EnrolmentState.IN_SCHOOL : any(EnrolmentState.values()),
                any(Stage.values()),
                prior,
                evidence,
                matches,
                notCompared,
                any(HardshipJudgement.values()));
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private <T> List<T> shuffledTwice(List<T> list) {
        List<T> shuffled = new ArrayList<>(list);
        shuffled.addAll(list);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
