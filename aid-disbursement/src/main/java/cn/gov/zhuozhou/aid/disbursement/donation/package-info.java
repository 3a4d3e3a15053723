/**
 * Aid that is not the state's: donors, occasions, donations with their purpose, pairings of a donor with a pupil, and what
 * reaches whom. Money goes through the books like any other.
 */
package cn.gov.zhuozhou.aid.disbursement.donation;
