package cn.gov.zhuozhou.aid.disbursement.policy;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;

/**
 * Told within the transaction that puts a set in force.
 *
 * @param from the first semester it governs
 */
public record PolicyInForce(String version, Semester from, Actor by) {}
