package cn.gov.zhuozhou.aid.registry.identification.rule;

import java.util.List;

/**
 * The identification in force before this evaluation: last semester's, or the present one's in the middle of a semester.
 *
 * @param stage the stage it was given in; null counts as the pupil's present one
 */
public record Prior(Level level, List<Category> categories, Stage stage) {
    public Prior {
        categories = categories.stream().distinct().sorted().toList();
    }
}
