/**
 * The account each pupil's aid goes to: his own or a registered guardian's, on a card of one holder, confirmed by a second person. What
 * is doubtful is a flag a person decides about; until then nothing is paid to it. Numbers are sealed and leave for bank files only.
 */
package cn.gov.zhuozhou.aid.disbursement.payee;
