/**
 * In what way two names or two numbers that should be one are alike: suggestions for a person at the desk, never a match by
 * themselves. Pure: no database, no framework.
 */
package cn.gov.zhuozhou.aid.registry.likeness;
