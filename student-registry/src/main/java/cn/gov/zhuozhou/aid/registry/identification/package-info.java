/**
 * Who is identified as a pupil in hardship (认定): the carry-over at the opening of a semester, evaluation again whenever facts
 * change, review by a second person. What was in force stays in force until a change has been reviewed and posted (S67-S70).
 * The decision itself is the pure package {@code rule}; every decision is kept as a ruling that can be made again.
 */
package cn.gov.zhuozhou.aid.registry.identification;
