package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.chassis.event.OutboundEvent;
import cn.gov.zhuozhou.aid.registry.identification.rule.Category;
import cn.gov.zhuozhou.aid.registry.identification.rule.CheckOutcome;
import cn.gov.zhuozhou.aid.registry.identification.rule.Level;
import cn.gov.zhuozhou.aid.registry.identification.rule.Result;
import cn.gov.zhuozhou.aid.registry.identification.rule.RuleSet;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The event: the whole state of an identification after a change. Contract: {@code contract/EligibilityChanged.v1.schema.json}. */
record EligibilityChanged(
        UUID identificationId,
        UUID studentId,
        long revision,
        String semester,
        Result result,
        State state,
        boolean identified,
        Level level,
        List<Category> categories,
        boolean fourCategory,
        boolean validBasis,
        List<Category> basis,
        LocalDate since,
        UUID rulingId,
        UUID noticeId,
        List<Told> reasons) {

    /** A reason as other services tell it. */
    record Told(String code, String text, String legalBasis) {}

    static EligibilityChanged of(Identification now, List<CheckOutcome> checks, RuleSet rules) {
        Standing standing = now.inForce().standing();
        return new EligibilityChanged(
                now.id(),
                now.studentId(),
                now.version(),
                now.semester(),
                now.result(),
                now.state(),
                standing.identified(),
                standing.level(),
                standing.categories(),
                rules.parameters().isFourCategory(standing.categories()),
                now.ground().valid(),
                now.ground().basis(),
                now.inForce().since(),
                now.ground().rulingId(),
                now.proposal().noticeId(),
                checks.stream()
                        .filter(CheckOutcome::decisive)
                        .map(check -> new Told(check.reason(), check.zh(), check.legalBasis()))
                        .toList());
    }

    OutboundEvent outbound() {
        return new OutboundEvent(
                "student-registry.eligibility",
                studentId.toString(),
                "cn.gov.zhuozhou.aid.registry.EligibilityChanged.v1",
                identificationId.toString(),
                revision,
                this);
    }
}
