/**
 * What the other services told this one: pupils, eligibility, awards, assignments, reverse-check tasks. Topics come in any
 * order and events repeat; the highest revision of each aggregate stays. Every change makes its subject due for checking.
 */
package cn.gov.zhuozhou.aid.inspection.mirror;
