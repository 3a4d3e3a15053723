/**
 * How long sealed account numbers are kept: dated rules, and runs that erase what is over after a second person's word. What was paid stays;
 * payment lists are accounting vouchers and keep their accounts for thirty years.
 */
package cn.gov.zhuozhou.aid.disbursement.retention;
