/**
 * Proof that nobody in hardship was left behind (真贫不落一人, S28, S72): everybody on a current feed or list who is on the roll is
 * identified, or a reason or an open task is named for him. Kept with the dates of the feeds and a hash.
 */
package cn.gov.zhuozhou.aid.registry.completeness;
