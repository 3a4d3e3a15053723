/**
 * Double entry in fen. The database refuses a transaction that does not balance and every change of a posted row; what was
 * wrong is reversed by a new transaction.
 */
package cn.gov.zhuozhou.aid.disbursement.ledger;
