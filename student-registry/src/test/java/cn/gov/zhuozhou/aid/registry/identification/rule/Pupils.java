package cn.gov.zhuozhou.aid.registry.identification.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A pupil in school, of primary stage, of whom nothing else is known; the tests say what is different. */
final class Pupils {
    static final RuleSet RULES = SeededRules.SPRING_2019;

    private String semester = "2019-spring";
    private EnrolmentState enrolment = EnrolmentState.IN_SCHOOL;
    private Stage stage = Stage.PRIMARY;
    private Prior prior;
    private final List<Evidence> evidence = new ArrayList<>();
    private final List<Match> matches = new ArrayList<>();
    private final List<Category> notCompared = new ArrayList<>();
    private HardshipJudgement hardship = HardshipJudgement.UNDECIDED;

    private Pupils() {}

    static Pupils pupil() {
        return new Pupils();
    }

    Pupils who(EnrolmentState state) {
        enrolment = state;
        return this;
    }

    Pupils in(Stage other) {
        stage = other;
        return this;
    }

    Pupils identifiedAs(Level level, Category... categories) {
        prior = new Prior(level, Arrays.asList(categories), stage);
        return this;
    }

    Pupils identifiedInStage(Stage other, Level level, Category... categories) {
        prior = new Prior(level, Arrays.asList(categories), other);
        return this;
    }

    Pupils listedAs(Category... categories) {
        Arrays.stream(categories).map(c -> Evidence.current(c, "register")).forEach(evidence::add);
        return this;
    }

    Pupils listedAs(Evidence.Standing standing, Category category) {
        evidence.add(new Evidence(category, "register", standing));
        return this;
    }

    Pupils matched(Match.Kind kind, Category category, Match.Verdict verdict) {
        matches.add(new Match(kind, category, "register", verdict));
        return this;
    }

    Pupils notComparedFor(Category... categories) {
        notCompared.addAll(Arrays.asList(categories));
        return this;
    }

    Pupils judged(HardshipJudgement judgement) {
        hardship = judgement;
        return this;
    }

    PupilFacts facts() {
        return new PupilFacts(semester, enrolment, stage, prior, evidence, matches, notCompared, hardship);
    }

    Pupils semester(String code) {
        semester = code;
        return this;
    }

    Decision decidedUnder(RuleSet rules) {
        return Evaluation.of(facts(), rules);
    }

    Decision decided() {
        return Evaluation.of(facts(), RULES);
    }
}
