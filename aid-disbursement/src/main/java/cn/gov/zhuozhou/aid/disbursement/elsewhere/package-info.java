/** Aid told of by schools outside the county, set beside our own awards of the same pupil and semester (A12). */
package cn.gov.zhuozhou.aid.disbursement.elsewhere;
