/** A pupil's whole trace across the suite: feed row, evidence, ruling, notice, award, responsible person, finding. */
package cn.gov.zhuozhou.aid.accountability.casefile;
