package cn.gov.zhuozhou.aid.local;

import java.util.List;

/** The topics of the suite; they exist before the services start, so that no consumer waits for one to appear. */
final class Topics {
    static final List<String> ALL = List.of(
            "civil-affairs.register",
            "poverty-office.register",
            "disabled-federation.register",
            "education.enrolment",
            "education.school",
            "student-registry.school",
            "student-registry.student",
            "student-registry.eligibility",
            "student-registry.notice",
            "student-registry.reverse-check",
            "student-registry.recovery",
            "student-registry.feed",
            "student-registry.out-of-area",
            "aid-disbursement.award",
            "aid-disbursement.payment",
            "aid-disbursement.fee-receipt",
            "accountability.assignment",
            "accountability.duty",
            "accountability.staff",
            "inspection-rectification.finding");

    private Topics() {}
}
