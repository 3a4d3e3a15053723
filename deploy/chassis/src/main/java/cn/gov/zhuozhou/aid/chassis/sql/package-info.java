/** SQL as the services write it: by hand, with named parameters, on the connection of the present transaction. */
package cn.gov.zhuozhou.aid.chassis.sql;
