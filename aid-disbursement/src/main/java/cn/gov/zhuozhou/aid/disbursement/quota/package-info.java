/**
 * How many pupils of a school a programme reaches and for how much (名额). Special groups come first and are never refused for
 * want of room (教财〔2018〕16号: 不受名额限制); the others follow by level. Who does not fit waits with the reason QUOTA_REACHED and moves up
 * by himself when room appears, for the order is worked out whenever it is asked.
 */
package cn.gov.zhuozhou.aid.disbursement.quota;
