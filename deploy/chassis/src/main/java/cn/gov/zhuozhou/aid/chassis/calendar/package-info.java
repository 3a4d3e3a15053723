/** Entering the working-day calendar as the State Council announces it, year by year; {@code clock} counts by it. */
package cn.gov.zhuozhou.aid.chassis.calendar;
