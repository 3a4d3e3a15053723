/**
 * The school's procedure (教财〔2018〕16号): notice in advance, application of the family, proposal of the class, review group,
 * decision of the principal; waivers. What was decided becomes a fact the rules of {@code identification} see, and from there
 * goes through review and public notice like every other change. Which way an application may take stands in {@link
 * cn.gov.zhuozhou.aid.registry.application.ApplicationStep}; what differs from county to county is a dated {@link
 * cn.gov.zhuozhou.aid.registry.application.Template}. What families write is sealed, and read only by those who act on it.
 */
package cn.gov.zhuozhou.aid.registry.application;
