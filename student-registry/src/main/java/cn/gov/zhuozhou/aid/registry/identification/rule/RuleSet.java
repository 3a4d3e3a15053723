package cn.gov.zhuozhou.aid.registry.identification.rule;

import java.time.LocalDate;
import java.util.List;

/**
 * What changes with time and place, as data.
 *
 * @param effectiveFrom first day of the first semester it decides
 * @param sticky kept to the end of the stage once held
 * @param fourCategories the four priority categories (四类) awards of certain programmes lean on
 * @param direct special groups: one of them alone gives {@code directLevel}
 * @param needHardship count only together with proven hardship of the family
 * @param registered known from a register, so that no longer being listed means lost
 * @param present enrolment states that count as in school
 * @param evaluatedEverySemester stages without carry-over
 * @param judgedLevel level where only the school's judgement is left
 * @param documents the documents it stands on
 */
public record RuleSet(
        String id,
        String version,
        LocalDate effectiveFrom,
        List<Category> sticky,
        List<Category> fourCategories,
        List<Category> direct,
        List<Category> needHardship,
        List<Category> registered,
        List<EnrolmentState> present,
        List<Stage> evaluatedEverySemester,
        Level directLevel,
        Level judgedLevel,
        List<String> documents) {
    public RuleSet {
        sticky = List.copyOf(sticky);
        fourCategories = List.copyOf(fourCategories);
        direct = List.copyOf(direct);
        needHardship = List.copyOf(needHardship);
        registered = List.copyOf(registered);
        present = List.copyOf(present);
        evaluatedEverySemester = List.copyOf(evaluatedEverySemester);
        documents = List.copyOf(documents);
    }

    boolean provesByItself(Category category) {
        return direct.contains(category) && !needHardship.contains(category);
    }

    boolean isFourCategory(List<Category> categories) {
        return categories.stream().anyMatch(fourCategories::contains);
    }
}
