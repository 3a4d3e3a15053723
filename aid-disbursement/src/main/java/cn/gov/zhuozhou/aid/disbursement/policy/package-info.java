/**
 * What policy grants, as data of versioned sets: programmes, rates, conditions, combination rules, shares and documents. A set is
 * written while it is a draft, approved by somebody else, and never changed after, so that a decision names exactly what it was made
 * under; {@code rule} decides from it.
 */
package cn.gov.zhuozhou.aid.disbursement.policy;
