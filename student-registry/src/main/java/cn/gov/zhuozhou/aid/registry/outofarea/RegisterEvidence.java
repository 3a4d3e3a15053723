package cn.gov.zhuozhou.aid.registry.outofarea;

import cn.gov.zhuozhou.aid.registry.identification.rule.Category;
import cn.gov.zhuozhou.aid.registry.identification.rule.Parameters;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * What registers prove of a person.
 *
 * @param proven whether they prove hardship by themselves
 * @param fourCategory what is to be proposed on S74
 */
record RegisterEvidence(boolean proven, boolean fourCategory) {
    /** Granted to a household with everybody in it, so that a guardian's row counts for the child. */
    static final Set<Category> OF_HOUSEHOLDS = EnumSet.of(Category.REG_POOR, Category.DIBAO_R, Category.DIBAO_U);

    /** Where no rule set says what proves hardship. */
    static final RegisterEvidence NONE = new RegisterEvidence(false, false);

    /** A certificate alone, such as of a disability, proves no hardship and makes nobody one of the four categories. */
    static RegisterEvidence of(Collection<Category> categories, Parameters rules) {
        boolean proven = categories.stream().anyMatch(rules::provesByItself);
        return new RegisterEvidence(proven, proven && rules.isFourCategory(categories));
    }
}
