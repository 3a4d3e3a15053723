package cn.gov.zhuozhou.aid.registry.identification.rule;

import static cn.gov.zhuozhou.aid.registry.identification.rule.Pupils.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the school's procedure brings, in the rules. */
class ProcedureTest {
    private static final Prior DIBAO = new Prior(Level.SEVERE, List.of(Category.DIBAO_R), null);
    private static final Prior JUDGED = new Prior(Level.ORDINARY, List.of(Category.SCHOOL_JUDGED), null);

    @Test
    @DisplayName("S66: the level the school decided is the level proposed")
    void theSchoolsLevelIsProposed() {
        Decision decision = decided(null, Stage.PRIMARY, List.of(), judged(Level.DIFFICULT));

        assertThat(decision.result()).isEqualTo(Result.ADDED);
        assertThat(decision.level()).isEqualTo(Level.DIFFICULT);
        assertThat(decision.categories()).containsExactly(Category.SCHOOL_JUDGED);
        assertThat(decision.validBasis()).isTrue();
        assertThat(reason(decision, "JUDGEMENT")).isEqualTo("SCHOOL_DECIDED");
    }

    @Test
    void aSpecialGroupIsNotLevelledByTheSchool() {
        Decision decision = decided(null, Stage.PRIMARY, List.of(Category.DIBAO_R), judged(Level.ORDINARY));

        assertThat(decision.level()).isEqualTo(Level.SEVERE);
    }

    @Test
    @DisplayName("S70: another level of the school is a change to be reviewed and posted")
    void anotherLevelIsAChange() {
        assertThat(decided(JUDGED, Stage.PRIMARY, List.of(), judged(Level.DIFFICULT))
                        .result())
                .isEqualTo(Result.LEVEL_CHANGED);
        assertThat(decided(JUDGED, Stage.PRIMARY, List.of(), judged(Level.ORDINARY))
                        .result())
                .isEqualTo(Result.CARRIED);
    }

    @Test
    @DisplayName("S68: a vocational pupil evaluated again gets the new level")
    void aVocationalPupilGetsTheNewLevel() {
        Decision decision = decided(JUDGED, Stage.SECONDARY_VOCATIONAL, List.of(), judged(Level.SEVERE));

        assertThat(decision.result()).isEqualTo(Result.REEVALUATED);
        assertThat(decision.level()).isEqualTo(Level.SEVERE);
    }

    @Test
    void whereTheSchoolFindsNoHardshipItsFormerJudgementEnds() {
        Procedure none = new Procedure(HardshipJudgement.NOT_FOUND, null, List.of(), false, false);

        Decision alone = decided(JUDGED, Stage.SECONDARY_VOCATIONAL, List.of(), none);
        Decision listed = decided(JUDGED, Stage.PRIMARY, List.of(Category.DIBAO_R), none);

        assertThat(alone.result()).isEqualTo(Result.REMOVED);
        assertThat(decisive(alone).reason()).isEqualTo("SCHOOL_FOUND_NONE");
        assertThat(listed.identified()).isTrue();
    }

    @Test
    void papersProveAGroupNoRegisterTellsOf() {
        Decision decision = decided(null, Stage.PRIMARY, List.of(), documented(Category.MARTYR));

        assertThat(decision.result()).isEqualTo(Result.ADDED);
        assertThat(decision.level()).isEqualTo(Level.SEVERE);
        assertThat(decision.categories()).containsExactly(Category.MARTYR);
    }

    @Test
    @DisplayName("S69: where a register tells, papers alone prove nothing")
    void papersDoNotReplaceARegister() {
        assertThat(decided(null, Stage.PRIMARY, List.of(), documented(Category.DIBAO_R))
                        .result())
                .isEqualTo(Result.NONE);
    }

    @Test
    void aWaiverEndsWhatStoodAndBeginsNothing() {
        Procedure waived = new Procedure(HardshipJudgement.UNDECIDED, null, List.of(), true, false);

        Decision before = decided(DIBAO, Stage.PRIMARY, List.of(Category.DIBAO_R), waived);
        Decision never = decided(null, Stage.PRIMARY, List.of(Category.DIBAO_R), waived);

        assertThat(before.result()).isEqualTo(Result.REMOVED);
        assertThat(never.result()).isEqualTo(Result.NONE);
        assertThat(decisive(never).reason()).isEqualTo("WAIVED");
        assertThat(decisive(never).legalBasis()).contains("16号");
        assertThat(never.validBasis()).as("nobody calls him missed").isFalse();
    }

    @Test
    void aFalseStatementEndsEverythingOfTheSemester() {
        Procedure revoked = new Procedure(HardshipJudgement.PROVEN, Level.DIFFICULT, List.of(), false, true);

        Decision decision = decided(JUDGED, Stage.PRIMARY, List.of(Category.DIBAO_R), revoked);

        assertThat(decision.result()).isEqualTo(Result.REMOVED);
        assertThat(decisive(decision).reason()).isEqualTo("FALSE_STATEMENT");
        assertThat(decision.basis()).isEmpty();
    }

    @Test
    void factsStoredBeforeThereWasAProcedureAreReadAndDecidedAsTheyWere() throws JsonProcessingException {
        String stored = """
                {"semester": "2019-spring", "enrolment": "IN_SCHOOL", "stage": "PRIMARY",
                 "prior": {"level": "ORDINARY", "categories": ["SCHOOL_JUDGED"], "stage": null},
                 "evidence": [{"category": "DIBAO_R", "source": "civil-affairs-dibao", "standing": "CURRENT"}],
                 "matches": [], "notCompared": [], "hardship": "UNDECIDED"}
                """;

        PupilFacts facts = new ObjectMapper().readValue(stored, PupilFacts.class);

        assertThat(facts.procedure()).isEqualTo(Procedure.NONE);
        Decision decision = Evaluation.of(facts, RULES);
        assertThat(decision.result()).isEqualTo(Result.LEVEL_CHANGED);
        assertThat(decision.checks().stream().map(CheckOutcome::check))
                .containsExactly("PRESENCE", "EVIDENCE", "UNCONTESTED", "LEVEL");
    }

    @Test
    void theProcedureIsStoredWithTheFactsAndDecidesAgain() throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        var procedure = new Procedure(
                HardshipJudgement.PROVEN, Level.DIFFICULT, List.of(Category.MARTYR, Category.ORPHAN), false, true);
        PupilFacts facts = facts(JUDGED, Stage.PRIMARY, List.of(Category.DIBAO_R), procedure);

        PupilFacts again = json.readValue(json.writeValueAsString(facts), PupilFacts.class);

        assertThat(again).isEqualTo(facts);
        assertThat(Evaluation.of(again, RULES)).isEqualTo(Evaluation.of(facts, RULES));
    }

    private static Procedure judged(Level level) {
        return new Procedure(HardshipJudgement.PROVEN, level, List.of(), false, false);
    }

    private static Procedure documented(Category category) {
        return new Procedure(HardshipJudgement.PROVEN, null, List.of(category), false, false);
    }

    private static Decision decided(Prior prior, Stage stage, List<Category> listed, Procedure procedure) {
        return Evaluation.of(facts(prior, stage, listed, procedure), RULES);
    }

    private static PupilFacts facts(Prior prior, Stage stage, List<Category> listed, Procedure procedure) {
        return new PupilFacts(
                "2019-spring",
                EnrolmentState.IN_SCHOOL,
                stage,
                prior,
                listed.stream().map(c -> Evidence.current(c, "register")).toList(),
                List.of(),
                List.of(),
                HardshipJudgement.UNDECIDED,
                procedure);
    }

    private static String reason(Decision decision, String check) {
        return decision.checks().stream()
                .filter(c -> c.check().equals(check))
                .map(CheckOutcome::reason)
                .findFirst()
                .orElseThrow();
    }

    private static CheckOutcome decisive(Decision decision) {
        return decision.checks().getLast();
    }
}
