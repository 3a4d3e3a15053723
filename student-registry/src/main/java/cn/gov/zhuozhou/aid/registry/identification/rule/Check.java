package cn.gov.zhuozhou.aid.registry.identification.rule;

import cn.gov.zhuozhou.aid.chassis.Text;
import java.util.Optional;

/** One question asked of a case. */
interface Check {
    /** Stable: rule sets choose checks by it, and rulings keep it. */
    String code();

    /** What is asked, as the family is told it. */
    Text question();

    /** Empty where the question does not arise. */
    Optional<Finding> examine(Case c);
}
