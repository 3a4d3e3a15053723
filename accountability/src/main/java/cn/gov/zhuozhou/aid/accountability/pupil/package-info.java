/** What the registry tells of pupils, as far as somebody has to answer for them: where they learn and whether they are aided. */
package cn.gov.zhuozhou.aid.accountability.pupil;
