/** Data that holds from a day on: rows are added, never changed, and what was in force stays readable. */
package cn.gov.zhuozhou.aid.chassis.dated;
