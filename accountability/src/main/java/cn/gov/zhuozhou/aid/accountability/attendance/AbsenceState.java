package cn.gov.zhuozhou.aid.accountability.attendance;

/** Where a person who ought to be at school stands. */
enum AbsenceState {
    /** Absent without reason for longer than allowed. */
    SUSPECTED,
    DROPOUT,
    PERSUADING,
    RETURNED,
    /** 送教上门. */
    HOME_TEACHING,
    /** No duty of schooling: illness, not of school age, deceased. */
    EXEMPT,
    OUT_OF_AREA_VERIFIED,
    /** Nobody knows where the person is. */
    LOST
}
