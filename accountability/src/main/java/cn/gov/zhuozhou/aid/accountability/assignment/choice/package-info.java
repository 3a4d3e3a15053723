/** Pure rules: who shall answer for a pupil. No framework, no clock, no database. */
package cn.gov.zhuozhou.aid.accountability.assignment.choice;
