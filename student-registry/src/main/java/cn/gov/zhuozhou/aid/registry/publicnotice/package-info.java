/**
 * Lists posted for objection (公示), counted in working days of the business calendar. Only name, school, grade, class and level
 * are posted (教财〔2018〕16号); registered poor pupils stand on a list of their own every semester (S71).
 */
package cn.gov.zhuozhou.aid.registry.publicnotice;
