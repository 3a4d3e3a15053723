/**
 * What would happen if: a file from outside, or another rule set, tried on the facts of now. The intake's own merge and the
 * rules themselves run on copies of the tables in one transaction that is rolled back; the answer alone is stored.
 */
package cn.gov.zhuozhou.aid.registry.whatif;
