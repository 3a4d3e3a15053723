/**
 * From school to university, June to September: publicity, freshman grants (HE-04), loans (LN-01), and what is known of the universities
 * and of what they give our graduates (S79-S82, S142, S145, S146).
 */
package cn.gov.zhuozhou.aid.disbursement.university;
