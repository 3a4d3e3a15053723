/**
 * Dropout control (控辍保学): a person of school age who is not at school is a case of the unit that answers for bringing him
 * back, from the suspicion to the return or a verified reason. Cases come from the registry's reverse check, where a town found
 * somebody out of school, and from schools whose pupils stay away.
 */
package cn.gov.zhuozhou.aid.accountability.attendance;
