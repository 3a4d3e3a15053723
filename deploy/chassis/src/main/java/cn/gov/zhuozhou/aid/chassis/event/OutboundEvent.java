package cn.gov.zhuozhou.aid.chassis.event;

/**
 * A fact to be published once the present transaction has committed.
 *
 * @param topic where it goes
 * @param key the aggregate's id: events of one key keep their order
 * @param type CloudEvents type, ending in its version
 * @param subject what the fact is about
 * @param revision the aggregate's version; consumers keep the highest
 * @param data written as JSON; carries the whole state, and never an identity or account number
 */
public record OutboundEvent(String topic, String key, String type, String subject, long revision, Object data) {}
