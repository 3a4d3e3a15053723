package cn.gov.zhuozhou.aid.disbursement.policy.rule;

import java.util.Set;

/**
 * What of a pupil policy looks at.
 *
 * @param grade null where it is not known; then no rule that asks for grades holds
 * @param identified whether an identification is in force
 * @param level null where nothing is in force
 * @param categories codes of the special groups in force, such as DIBAO_R
 * @param fourCategory one of the four categories that drive money (建档立卡, 农村低保, 农村特困, 非建档立卡困难残疾)
 */
public record PupilSituation(
        Stage stage,
        Integer grade,
        boolean boarding,
        boolean inSchool,
        boolean identified,
        Level level,
        Set<String> categories,
        boolean fourCategory,
        Circumstances circumstances) {
    public PupilSituation {
        categories = Set.copyOf(categories);
    }

    /** A pupil of whose school and home nothing is known. */
    public PupilSituation(
            Stage stage,
            Integer grade,
            boolean boarding,
            boolean inSchool,
            boolean identified,
            Level level,
            Set<String> categories,
            boolean fourCategory) {
        this(stage, grade, boarding, inSchool, identified, level, categories, fourCategory, Circumstances.UNKNOWN);
    }
}
