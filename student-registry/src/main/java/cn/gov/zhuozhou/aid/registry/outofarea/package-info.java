/**
 * Out of area (S73–S84): people registered in the county and in hardship who study elsewhere. The central school of the
 * household's town finds out nine things about each, writes to the school attended, and follows up until it has answered.
 */
package cn.gov.zhuozhou.aid.registry.outofarea;
