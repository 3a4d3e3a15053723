/** Who may have what on his way to university, decided from values alone. */
package cn.gov.zhuozhou.aid.disbursement.university.rule;
