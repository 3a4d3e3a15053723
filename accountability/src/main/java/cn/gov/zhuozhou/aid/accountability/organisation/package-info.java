/** Units, people and posts: who works where. Schools come from the registry's events, staff from the bureau's file. */
package cn.gov.zhuozhou.aid.accountability.organisation;
