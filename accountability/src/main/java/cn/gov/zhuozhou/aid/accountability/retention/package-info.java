/**
 * How long cases of dropout control name a person: dated rules, and runs that take out what is over after a second person's word. That
 * there was a case, and how it ended, stays.
 */
package cn.gov.zhuozhou.aid.accountability.retention;
