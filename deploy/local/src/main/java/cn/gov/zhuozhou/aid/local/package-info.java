/** The whole suite on one machine, one command, nothing to install: PostgreSQL, Kafka, Keycloak and the packaged services. */
package cn.gov.zhuozhou.aid.local;
