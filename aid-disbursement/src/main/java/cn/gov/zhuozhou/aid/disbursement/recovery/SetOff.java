package cn.gov.zhuozhou.aid.disbursement.recovery;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import java.util.UUID;

/**
 * Money of an award is kept back because its pupil owes; told within the transaction that does it.
 *
 * @param document what allows it
 */
public record SetOff(UUID awardId, long fen, String document, Actor by) {}
