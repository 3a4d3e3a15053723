/**
 * False statements (弄虚作假): one person finds, another confirms. Upon confirmation the identification is cancelled at once,
 * without a further notice, and the money is asked back (教财〔2018〕16号); naming a child in public for it would help nobody.
 */
package cn.gov.zhuozhou.aid.registry.revocation;
