package cn.gov.zhuozhou.aid.disbursement.recovery;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import java.util.UUID;

/** Money paid of an award came back, repaid or set against another award; told within the transaction that does it. */
public record GivenBack(UUID awardId, long fen, Actor by) {}
