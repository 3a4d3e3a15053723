/**
 * Households as the outside registers list them, with the pupils in them: so that of each family known to be in need every member of
 * school age can be seen, and none is missed (S46).
 *
 * <p>A household is what one register calls one: its source and its number there. That is the only identity that stays: addresses
 * are written in many ways, heads change, and two registers count the same family's members differently. The number is kept as a
 * blind index; an identifier of our own is what callers see, so that neither the number nor its index leaves. The same family on
 * two registers is two households, shown side by side with each pupil. A pupil belongs to a household by being listed in it, or
 * through a guardian who is listed in it or heads it; the first is a match, the second only a hint, which the matching asks a
 * person about.
 */
package cn.gov.zhuozhou.aid.registry.household;
