/**
 * Programmes, rates, rules and combination rules as dated data of versioned sets. Rates are added, never changed; a set's
 * revision counts them, so that a decision names exactly what it was made under.
 */
package cn.gov.zhuozhou.aid.disbursement.policy;
