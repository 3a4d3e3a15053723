package cn.gov.zhuozhou.aid.registry.identification.rule;

import java.util.List;

/**
 * All that a decision rests on. Lists are kept sorted, so that equal facts are equal whatever order they were gathered in.
 * Holds no name and no number.
 *
 * @param semester for example {@code 2019-spring}
 * @param enrolment null when the pupil is not on any roll of the county
 * @param prior null when not identified
 * @param notCompared categories whose newest register has not come yet, so that nothing is known to be lost
 * @param hardship a person's finding about the family
 * @param procedure what the school's procedure brought; facts stored before there was one are read without
 */
public record PupilFacts(
        String semester,
        EnrolmentState enrolment,
        Stage stage,
        Prior prior,
        List<Evidence> evidence,
        List<Match> matches,
        List<Category> notCompared,
        HardshipJudgement hardship,
        Procedure procedure) {
    public PupilFacts {
        procedure = procedure == null ? Procedure.NONE : procedure;
        evidence = evidence.stream().distinct().sorted().toList();
        matches = matches.stream().distinct().sorted().toList();
        notCompared = notCompared.stream().distinct().sorted().toList();
    }

    /** Facts about a pupil for whom no procedure was held. */
    public PupilFacts(
            String semester,
            EnrolmentState enrolment,
            Stage stage,
            Prior prior,
            List<Evidence> evidence,
            List<Match> matches,
            List<Category> notCompared,
            HardshipJudgement hardship) {
        this(semester, enrolment, stage, prior, evidence, matches, notCompared, hardship, Procedure.NONE);
    }

    /** Facts with all registers compared and nothing judged by a person. */
    public static PupilFacts of(
            String semester,
            EnrolmentState enrolment,
            Stage stage,
            Prior prior,
            List<Evidence> evidence,
            List<Match> matches) {
        return new PupilFacts(
                semester, enrolment, stage, prior, evidence, matches, List.of(), HardshipJudgement.UNDECIDED);
    }

    boolean identifiedBefore() {
        return prior != null;
    }

    boolean heldBefore(Category category) {
        return prior != null && prior.categories().contains(category);
    }

    boolean sameStageAsBefore() {
        return prior != null && (prior.stage() == null || prior.stage() == stage);
    }

    boolean has(Category category, Evidence.Standing standing) {
        return evidence.stream().anyMatch(e -> e.category() == category && e.standing() == standing);
    }

    boolean hasConfirmed(Category category) {
        return matches.stream().anyMatch(m -> m.category() == category && m.verdict() == Match.Verdict.CONFIRMED);
    }

    List<Match> openMatches() {
        return matches.stream().filter(m -> m.verdict() == Match.Verdict.OPEN).toList();
    }
}
