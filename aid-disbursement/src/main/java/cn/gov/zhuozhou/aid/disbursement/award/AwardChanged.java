package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.event.OutboundEvent;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Reason;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.UUID;

/** The event every change of an award is told by; it carries the award's whole state and no number of a person. */
record AwardChanged(UUID awardId, @JsonUnwrapped AwardFacts award, List<Why> reasons) {
    static final String TOPIC = "aid-disbursement.award";
    static final String TYPE = "cn.gov.zhuozhou.aid.disbursement.AwardChanged.v1";

    /** A reason as other services read it, in Chinese. */
    record Why(String code, String text, String legalBasis) {
        static Why of(Reason reason) {
            return new Why(reason.code(), reason.zh(), reason.legalBasis());
        }
    }

    static AwardChanged of(Award award) {
        return new AwardChanged(
                award.id(),
                AwardFacts.of(award),
                award.reasons().stream().map(Why::of).toList());
    }

    OutboundEvent outbound() {
        return new OutboundEvent(TOPIC, award.studentId().toString(), TYPE, awardId.toString(), award.revision(), this);
    }
}
