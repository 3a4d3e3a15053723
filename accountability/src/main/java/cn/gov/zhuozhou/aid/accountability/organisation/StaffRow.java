package cn.gov.zhuozhou.aid.accountability.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;

/** What became of one line of a staff list; the cells of refused rows are not kept. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StaffRow(int line, Outcome outcome, String staffNumber, Refusal reason) {
    enum Outcome {
        ACCEPTED,
        REFUSED,
        DUPLICATE
    }

    /** Why a row was refused. */
    enum Refusal {
        STAFF_NUMBER_MALFORMED,
        NAME_MISSING,
        SCHOOL_CODE_MALFORMED,
        POST_UNKNOWN,
        GRADE_MALFORMED,
        NAME_DIFFERS
    }
}
