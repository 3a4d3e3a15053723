/**
 * Who may hold the account aid is paid to: the pupil himself or a registered guardian, never a teacher, a classmate or another parent.
 * Names and numbers of guardians do not leave this service; a neighbour that enters an account asks whether its holder is one of them.
 */
package cn.gov.zhuozhou.aid.registry.payeecheck;
