package cn.gov.zhuozhou.aid.inspection.datacheck;

import cn.gov.zhuozhou.aid.inspection.datacheck.rule.AidWithoutBasisCheck;
import cn.gov.zhuozhou.aid.inspection.datacheck.rule.CollectedThenWaivedCheck;
import cn.gov.zhuozhou.aid.inspection.datacheck.rule.LatePaymentCheck;
import cn.gov.zhuozhou.aid.inspection.datacheck.rule.MissedEligibleCheck;
import cn.gov.zhuozhou.aid.inspection.datacheck.rule.MustPay;
import cn.gov.zhuozhou.aid.inspection.datacheck.rule.NoticeEvidenceCheck;
import cn.gov.zhuozhou.aid.inspection.datacheck.rule.OutOfAreaLetterCheck;
import cn.gov.zhuozhou.aid.inspection.datacheck.rule.PaymentLimit;
import cn.gov.zhuozhou.aid.inspection.datacheck.rule.PupilCheck;
import cn.gov.zhuozhou.aid.inspection.datacheck.rule.ResponsiblePersonCheck;
import cn.gov.zhuozhou.aid.inspection.datacheck.rule.StaleFeedCheck;
import cn.gov.zhuozhou.aid.inspection.datacheck.rule.UnmatchedPersonCheck;
import java.util.List;
import java.util.Map;

/** The checks, the must-pay table and the limit of payments as they stand in the database at one moment. */
record RuleBook(Map<String, DataCheck> checks, List<MustPay> mustPay, PaymentLimit paymentLimit) {
    List<PupilCheck> pupilChecks() {
        return List.of(
                new MissedEligibleCheck(mustPay),
                new AidWithoutBasisCheck(legalBasis(AidWithoutBasisCheck.CODE)),
                new LatePaymentCheck(paymentLimit, legalBasis(LatePaymentCheck.CODE)),
                new CollectedThenWaivedCheck(legalBasis(CollectedThenWaivedCheck.CODE)),
                new ResponsiblePersonCheck(legalBasis(ResponsiblePersonCheck.CODE)));
    }

    UnmatchedPersonCheck unmatchedPersonCheck() {
        return new UnmatchedPersonCheck(legalBasis(UnmatchedPersonCheck.CODE));
    }

    NoticeEvidenceCheck noticeEvidenceCheck() {
        return new NoticeEvidenceCheck(legalBasis(NoticeEvidenceCheck.CODE));
    }

    StaleFeedCheck staleFeedCheck() {
        return new StaleFeedCheck(legalBasis(StaleFeedCheck.CODE));
    }

    OutOfAreaLetterCheck outOfAreaLetterCheck() {
        return new OutOfAreaLetterCheck(legalBasis(OutOfAreaLetterCheck.CODE));
    }

    int deadlineDays(String code) {
        return check(code).deadlineDays();
    }

    private String legalBasis(String code) {
        return check(code).legalBasis();
    }

    private DataCheck check(String code) {
        DataCheck check = checks.get(code);
        if (check == null) {
            throw new IllegalStateException("check " + code + " is missing in table data_check");
        }
        return check;
    }
}
