/**
 * Files to banks and files from banks. Knows nothing of how a batch lives: the feature paymentbatch hands over orders and lines, and
 * takes the results.
 */
package cn.gov.zhuozhou.aid.disbursement.bank;
