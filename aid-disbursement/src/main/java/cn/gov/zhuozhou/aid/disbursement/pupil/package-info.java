/** What this service follows of the registry's pupils: school, stage, grade, boarding, enrolment. No number of a person. */
package cn.gov.zhuozhou.aid.disbursement.pupil;
