/**
 * What policy grants to a pupil, decided from values alone: the pupil's situation and the policy set of the semester go in,
 * entitlements with their reasons come out. Nothing here knows a database, a message or a request, and no amount of money is
 * written here: amounts, rules and documents are data of the set.
 */
package cn.gov.zhuozhou.aid.disbursement.policy.rule;
