/** What speaks against an account, decided from values alone. */
package cn.gov.zhuozhou.aid.disbursement.payee.rule;
