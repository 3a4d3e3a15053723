/**
 * The decision about one pupil for one semester, as pure rules: the same facts and the same rule set always give the same
 * decision. What changes with time or place is data in {@link RuleSet}; what is decided is a list of small checks in {@link
 * Evaluation}. Nothing here knows a database, a clock or a framework.
 */
package cn.gov.zhuozhou.aid.registry.identification.rule;
