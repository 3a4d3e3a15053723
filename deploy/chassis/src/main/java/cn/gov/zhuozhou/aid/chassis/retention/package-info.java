/** How long records name a person, as dated rules, and runs that take out what is over: counted first, done after a second person's word. */
package cn.gov.zhuozhou.aid.chassis.retention;
