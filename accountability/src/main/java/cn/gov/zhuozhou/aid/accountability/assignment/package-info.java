/** One responsible person for each aided pupil (一生一责任人, S43), or a gap that says why there is none. */
package cn.gov.zhuozhou.aid.accountability.assignment;
