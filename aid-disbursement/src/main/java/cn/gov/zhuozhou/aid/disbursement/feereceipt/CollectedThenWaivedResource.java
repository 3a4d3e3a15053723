package cn.gov.zhuozhou.aid.disbursement.feereceipt;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.disbursement.SemesterCode;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Reason;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** Fees collected though they are waived (先收后免, A09), beside what else is wrong with the aid of a semester. */
@Path("/api/v1/coverage/collected-then-waived")
@RunOnVirtualThread
class CollectedThenWaivedResource {
    /** A receipt that should not be, or not any more, and the awards that waive its fee. */
    record CollectedFee(FeeReceipt receipt, List<Waiver> awards, Reason reason) {
        static CollectedFee of(CollectedThenWaived found) {
            return new CollectedFee(found.receipt(), found.waivedBy(), found.reason());
        }
    }

    @Inject
    CollectedFees fees;

    @Inject
    CurrentActor currentActor;

    /** @param school that collected; null for all */
    @GET
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Page<CollectedFee> list(
            @QueryParam("semester") String semester, @QueryParam("school") String school, @BeanParam Paging paging) {
        List<CollectedFee> items = fees
                .after(
                        paging.afterId(),
                        SemesterCode.required(semester),
                        school,
                        currentActor.jurisdiction(),
                        paging.limit() + 1)
                .stream()
                .map(CollectedFee::of)
                .toList();
        return Page.of(items, paging.limit(), item -> item.receipt().id());
    }
}
