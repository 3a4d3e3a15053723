/**
 * The numbers and names by which a person is known: read from whatever a file holds, checked, and never shown in full by accident
 * (their {@code toString} is masked).
 */
package cn.gov.zhuozhou.aid.registry.identity;
