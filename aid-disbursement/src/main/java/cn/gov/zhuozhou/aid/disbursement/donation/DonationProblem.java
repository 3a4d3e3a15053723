package cn.gov.zhuozhou.aid.disbursement.donation;

import cn.gov.zhuozhou.aid.chassis.problem.Answers;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Why a request about social aid is refused. */
public enum DonationProblem implements ProblemKind {
    @Answers(status = 422, zh = "捐赠项目须由捐赠资金支付", en = "Donations belong to a programme and a source of donors")
    NOT_OF_DONORS,

    @Answers(status = 422, zh = "实物捐赠须说明内容", en = "A donation in kind says what it is")
    IN_KIND_UNDESCRIBED,

    @Answers(status = 422, zh = "超过该笔捐赠的余额", en = "More than the donation has left")
    MORE_THAN_IS_LEFT,

    @Answers(status = 422, zh = "不符合捐赠人的条件", en = "It does not meet the donor's conditions")
    CONDITIONS_NOT_MET,

    @Answers(status = 409, zh = "捐赠人与该生已结对", en = "Donor and pupil are paired already")
    PAIRED_ALREADY,

    @Answers(status = 409, zh = "该笔捐赠已分配给该生", en = "The donation is allocated to this pupil already")
    ALLOCATED_ALREADY,

    @Answers(status = 422, zh = "结对关系不适用于此分配", en = "The pairing does not fit this allocation")
    PAIRING_DOES_NOT_FIT
}
