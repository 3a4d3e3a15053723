/**
 * Awards: one pupil, one semester, one programme, once. They follow rulings and enrolment by events, a person approves them, and
 * every step is kept with its reasons. What an award may do next stands in {@link AwardEdge}.
 */
package cn.gov.zhuozhou.aid.disbursement.award;
