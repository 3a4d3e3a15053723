/** Our totals of identified pupils beside those of the national system's export, and who stands on one side only. */
package cn.gov.zhuozhou.aid.registry.comparison;
