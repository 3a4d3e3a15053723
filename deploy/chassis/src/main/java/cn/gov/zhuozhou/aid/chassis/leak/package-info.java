/**
 * Finds numbers that identify a person in what is about to be published or handed in: identity and certificate numbers, mobile
 * telephones, bank cards. It tells kind and place, never the number.
 */
package cn.gov.zhuozhou.aid.chassis.leak;
