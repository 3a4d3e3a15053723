/**
 * How old the newest data of each source is, against the days the county allows (S69, A18): shown, measured, told to inspection,
 * and asked at the opening of a semester.
 */
package cn.gov.zhuozhou.aid.registry.freshness;
