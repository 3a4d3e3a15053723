/** What schools set aside of their own income for aid, whether it is enough, and what became of it. */
package cn.gov.zhuozhou.aid.disbursement.setaside;
