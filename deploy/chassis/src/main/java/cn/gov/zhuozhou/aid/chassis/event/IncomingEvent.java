package cn.gov.zhuozhou.aid.chassis.event;

import java.time.Instant;

/**
 * An event as it was read.
 *
 * @param id the same for every delivery of one event
 * @param revision of the aggregate it tells of; handlers ignore what is older than what they hold
 */
public record IncomingEvent<T>(String id, String type, String subject, long revision, Instant time, T data) {}
