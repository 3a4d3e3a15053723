/**
 * Files people hand in as evidence. A file is what its content says, not its name; photos lose their place and device data;
 * at rest everything is sealed, and in clear it exists only in memory.
 */
package cn.gov.zhuozhou.aid.chassis.attachment;
