/**
 * What was known when: for a business day and a moment of knowledge, what registers said, what proved hardship, what standing was
 * in force and where a pupil was. Reads only; the other features keep both times beside what they write.
 */
package cn.gov.zhuozhou.aid.registry.asof;
