package cn.gov.zhuozhou.aid.registry.identification.rule;

/** State of a pupil's enrolment (学籍状态). */
public enum EnrolmentState {
    IN_SCHOOL,
    SUSPENDED,
    TRANSFERRED,
    LEFT,
    GRADUATED
}
