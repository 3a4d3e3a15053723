/**
 * Two records of one person, as when a temporary and a formal student number were both taken in: brought together, and apart again
 * if that was a mistake. One person asks for it, another confirms.
 *
 * <p>The absorbed record is only marked with the one that carries on; evidence, lists of identified pupils and enrolment are
 * matched anew through that mark, so they count for the survivor, and taking the mark away brings back what was. What cannot be
 * matched anew is kept: the survivor's own facts, and what people had decided about either.
 */
package cn.gov.zhuozhou.aid.registry.duplicate;
