package cn.gov.zhuozhou.aid.registry.identification.rule;

import java.util.Optional;

/** One question asked of a case. */
@FunctionalInterface
interface Check {
    /** Empty where the question does not arise. */
    Optional<Finding> examine(Case c);
}
