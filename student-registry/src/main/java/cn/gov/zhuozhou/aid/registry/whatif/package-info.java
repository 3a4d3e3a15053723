/**
 * What would happen if: a file from outside, or another rule set, tried on the facts of now. The intake's own merge and the
 * rules themselves run in one transaction that is rolled back; the answer alone is stored.
 *
 * <p>A file is merged into the real tables, with their triggers and constraints, so that the answer is the intake's whatever a
 * merge comes to write; copies of the tables would have neither. The price is that intakes and decisions on matches wait for a
 * trial as they wait for each other: for its merge and the evaluation of the pupils it touches, not for reading the file. It
 * fails rather than wait long for a row somebody has locked. A rule set is tried in a transaction that only reads.
 */
package cn.gov.zhuozhou.aid.registry.whatif;
