/** States and what moves them, as tables people can read. */
package cn.gov.zhuozhou.aid.chassis.state;
